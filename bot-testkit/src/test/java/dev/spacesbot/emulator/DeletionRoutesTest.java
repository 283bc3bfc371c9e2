package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Role;
import dev.spacesbot.internal.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionRoutesTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedUser bob = emulator.user("Bob");
    private final EmulatedSpace lab = emulator.space("Lab");
    private final List<ObjectNode> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        emulator.close();
    }

    private HttpResponse<String> delete(EmulatedUser user, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.apiUrl() + "/messages/deletemessages"))
                .header("Authorization", "jwt " + user.token())
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private JsonNode deleteAll(EmulatedUser user, String... ids) throws Exception {
        return Json.read(
                delete(user, "[\"" + String.join("\", \"", ids) + "\"]").body());
    }

    @Test
    void takesAMessageOutOfTheHistoryAndTellsEverybody() throws Exception {
        String kept = emulator.say(ann, lab, "one");
        String gone = emulator.say(ann, lab, "two");
        emulator.onMessage(heard::add);

        JsonNode answer = deleteAll(ann, gone, "60aa11bb22cc33ddffffffff");

        assertThat(answer).isEqualTo(Json.read("""
                {"deletedMessages": ["%s"], "notFoundMmessages": ["60aa11bb22cc33ddffffffff"],
                 "notDeletedMessages": [], "noPermittedMessages": []}""".formatted(gone)));
        assertThat(lab.history())
                .extracting(message -> message.path("_id").asText())
                .containsExactly(kept);
        assertThat(heard).singleElement().satisfies(message -> {
            assertThat(message.path("_id").asText()).isEqualTo(gone);
            assertThat(message.path("deleted").asBoolean()).isTrue();
            assertThat(message.path("content").path("bodyText").asText()).isEmpty();
            assertThat(message.path("modified").asText()).isNotEmpty();
        });
    }

    @Test
    void letsOnlyItsAuthorAndAnAdminDelete() throws Exception {
        String anns = emulator.say(ann, lab, "mine");
        String bobs = emulator.say(bob, lab, "mine");

        JsonNode refused = deleteAll(bob, anns);
        lab.add(ann, Role.ADMIN);
        JsonNode taken = deleteAll(ann, bobs);

        assertThat(refused.path("noPermittedMessages").path(0).path("messageId").asText())
                .isEqualTo(anns);
        assertThat(taken.path("deletedMessages").path(0).asText()).isEqualTo(bobs);
    }

    @Test
    void countsTheCommentsThatAreLeft() throws Exception {
        String task = emulator.task(ann, lab, "Water the plants");
        emulator.comment(ann, lab, task, "one");
        String gone = emulator.comment(ann, lab, task, "two");

        deleteAll(ann, gone);

        assertThat(emulator.message(task).path("chatCount").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "no"})
    void wantsAListOfIds(String body) throws Exception {
        assertThat(delete(ann, body).statusCode()).isEqualTo(400);
    }
}
