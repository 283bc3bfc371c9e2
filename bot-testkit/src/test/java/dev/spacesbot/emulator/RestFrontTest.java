package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestFrontTest {

    private record Reply(int status, JsonNode json) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedSpace lab = emulator.space("Lab");

    @AfterEach
    void stop() {
        emulator.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.socketUrl() + path))
                .header("Authorization", "jwt " + ann.token());
    }

    private Reply send(HttpRequest.Builder request) throws Exception {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), Json.read(response.body()));
    }

    private Reply get(String path) throws Exception {
        return send(request(path));
    }

    private Reply post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "JWT", "bearer", "Bearer", "service_app"})
    void takesEverySchemeOfAuthorization(String scheme) throws Exception {
        Reply me = send(HttpRequest.newBuilder(URI.create(server.apiUrl() + "/users/me"))
                .header("Authorization", scheme + " " + ann.token()));

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("_id").asText()).isEqualTo(ann.id());
        assertThat(me.json().path("aType").asText()).isEqualTo("user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt wrong", "basic abc", "", "jwt"})
    void refusesOtherCredentials(String authorization) throws Exception {
        Reply me = send(HttpRequest.newBuilder(URI.create(server.apiUrl() + "/users/me"))
                .header("Authorization", authorization));

        assertThat(me.status()).isEqualTo(401);
        assertThat(me.json().path("code").asText()).isEqualTo("token.invalid");
        assertThat(me.json().path("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | {\"displayname\":\"Visitor\",\"username\":\"v-1\"}",
                "application/x-www-form-urlencoded | displayname=Visitor&username=v-1&picturefile="
            })
    void letsGuestsInByJsonAndByForm(String type, String body) throws Exception {
        Reply auth = send(HttpRequest.newBuilder(URI.create(server.apiUrl() + "/anonymous/auth"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));

        Reply me = send(HttpRequest.newBuilder(URI.create(server.apiUrl() + "/users/me"))
                .header("Authorization", "jwt " + auth.json().path("token").asText()));

        assertThat(me.json().path("displayname").asText()).isEqualTo("Visitor");
        assertThat(me.json().path("username").asText()).isEqualTo("v-1");
        assertThat(me.json().path("aType").asText()).isEqualTo("anonymous");
    }

    @Test
    void aRefreshTokenIsGoodForOneUse() throws Exception {
        String form = "grant_type=refresh_token&client_id=c&client_secret=s&refresh_token=" + ann.refreshToken();

        Reply first = refresh(form);
        Reply second = refresh(form);

        assertThat(first.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(first.json().path("refresh_token").asText()).isNotEmpty();
        Reply me = send(HttpRequest.newBuilder(URI.create(server.apiUrl() + "/users/me"))
                .header(
                        "Authorization",
                        "bearer " + first.json().path("access_token").asText()));
        assertThat(me.json().path("_id").asText()).isEqualTo(ann.id());
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.json().path("error").asText()).isEqualTo("invalid_grant");
    }

    private Reply refresh(String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.accountsUrl() + "/oauth2/access_token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void tellsItsAddressesAndLimits() throws Exception {
        Reply addresses = get("/api/service-configurations");
        Reply limits = get("/api/limit");

        assertThat(addresses.json().path("spaces").path("socketio_server_url").asText())
                .isEqualTo(server.socketUrl().toString());
        assertThat(Json.write(limits.json().path("global").path("socketio")))
                .isEqualTo("{\"max_connections\":3,\"rate_limit\":200,\"rate_interval\":60,\"payload_size\":16}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spaces", "topics"})
    void entersASpaceAndShowsWhoIsThere(String word) throws Exception {
        lab.protect("4821");
        emulator.user("Bob").says(lab, "hello");
        String path = "/api/" + word + "/" + lab.id();

        Reply closed = get(path + "/join");
        Reply joined = send(request(path + "/join").header("spaces-x-space-password", "4821"));
        Reply one = get(path);
        Reply members = get(path + "/members");

        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.json().path("code").asText()).isEqualTo("topic.password.required");
        assertThat(joined.json().path("topic").path("title").asText()).isEqualTo("Lab");
        assertThat(one.json().path("type").asText()).isEqualTo("group");
        assertThat(members.json().path("data").findValuesAsText("displayname")).containsExactly("Bob", "Ann");
        assertThat(members.json().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void listsOwnSpacesPageByPageAndByKind() throws Exception {
        for (int i = 0; i < 12; i++) {
            ann.says(emulator.space("Space " + i), "x");
        }
        String direct = ann.direct(emulator.user("Bob")).id();

        Reply first = get("/api/users/me/spaces");
        Reply second = get(first.json()
                .path("nextPageUrl")
                .asText()
                .substring(server.socketUrl().toString().length()));
        Reply directs = get("/api/users/me/spaces?topictype=direct");

        assertThat(first.json().path("data")).hasSize(10);
        assertThat(second.json().path("data")).hasSize(2);
        assertThat(second.json().path("nextPageUrl").asText()).isEmpty();
        assertThat(directs.json().path("data").findValuesAsText("_id")).containsExactly(direct);
    }

    @Test
    void writesAndReadsMessagesTasksPostsAndComments() throws Exception {
        get("/api/spaces/" + lab.id() + "/join");
        String spaces = "/api/spaces/" + lab.id();

        Reply task = post(spaces + "/tasks?notify=true", "{\"content\":{\"bodyText\":\"Buy milk\"}}");
        String id = task.json().path("_id").asText();
        Reply comment =
                post(spaces + "/chats", "{\"content\":{\"bodyText\":\"done\"},\"parentMsg\":{\"_id\":\"" + id + "\"}}");
        post(spaces + "/ideas", "{\"content\":{\"bodyText\":\"News\",\"description\":\"Good\"}}");

        assertThat(task.json().path("content").path("status").asText()).isEqualTo("pending");
        assertThat(get("/api/tasks/" + id + "/messages").json().path("data").findValuesAsText("_id"))
                .contains(comment.json().path("_id").asText());
        assertThat(get(spaces + "/tasks").json().path("total").asInt()).isEqualTo(1);
        assertThat(get(spaces + "/ideas").json().path("total").asInt()).isEqualTo(1);
        assertThat(get("/api/topics/" + lab.id() + "/messages/byref")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(get(spaces + "/messages/query?category=chat")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/api/users/me/messages?after=0&spacelist=" + lab.id())
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(get("/api/users/me/tasks?status=pending")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesAnEditOfWhatHasChangedMeanwhile() throws Exception {
        String id = ann.says(lab, "one");
        ObjectNode read = (ObjectNode) get("/api/messages/" + id).json();
        read.withObject("content").put("bodyText", "two");

        Reply first = post("/api/messages/" + id, Json.write(read));
        Reply stale = send(request("/api/messages/" + id).method("PATCH", BodyPublishers.ofString(Json.write(read))));

        assertThat(first.json().path("content").path("bodyText").asText()).isEqualTo("two");
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.json().path("code").asText()).isEqualTo("message.outdated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/chats | {}                                | 400",
                "/chats | [1]                               | 400",
                "/chats | {                                 | 400",
                "/chats | {\"content\":{\"bodyText\":null}} | 400",
                "/none  | {}                                | 404"
            })
    void answersBadBodiesWithCodeAndMessage(String path, String body, int status) throws Exception {
        get("/api/spaces/" + lab.id() + "/join");

        Reply reply = post("/api/spaces/" + lab.id() + path, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("code").asText()).isNotEmpty();
        assertThat(reply.json().path("message").asText()).isNotEmpty();
    }

    @Test
    void saysSoWhereASpaceIsUnknownOrNotOnesOwn() throws Exception {
        assertThat(get("/api/spaces/60aa11bb22cc33dd44ee55ff").status()).isEqualTo(404);
        assertThat(get("/api/spaces/" + lab.id()).status()).isEqualTo(403);
        assertThat(get("/api/spaces/direct/user/nobody").status()).isEqualTo(404);
        assertThat(get("/api/spaces/direct/user/" + ann.id()).status()).isEqualTo(400);
    }
}
