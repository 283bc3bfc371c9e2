package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Bot;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.Secret;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.EmulatorServer;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator, as clients see it that nobody here wrote: npm's socket.io-client 1.7.3 and 2.5.0. */
@ParameterizedClass
@ValueSource(strings = {"socket.io-client", "socket.io-client-2"})
class EmulatorClientsIT {

    private final String library;
    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedUser bob = emulator.user("Bob");
    private final EmulatedSpace lab = emulator.space("Lab");

    EmulatorClientsIT(String library) {
        this.library = library;
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private JsClient connect(String query) {
        return JsClient.connect(library, server.socketUrl() + "/chat", query);
    }

    private String channel() {
        return "{\"channel\":{\"type\":\"topic\",\"_id\":\"" + lab.id() + "\"}}";
    }

    private String message(String text) {
        return "{\"category\":\"chat\",\"topicId\":\"" + lab.id() + "\",\"content\":{\"bodyText\":\"" + text
                + "\"},\"loopbackMetadata\":\"req-1\"}";
    }

    @Test
    void subscribesSendsReceivesAndLeaves() {
        try (JsClient client = connect("token=" + ann.token() + "&tokenType=jwt")) {
            client.expect("connect");

            client.emit("SUBSCRIBE_CHANNEL", channel());
            JsonNode subscribed = client.expect("CHANNEL_SUBSCRIBED");
            client.emit("SEND_MESSAGE", message("<p>grüß dich 👋</p>"));
            JsonNode echo = client.expect("MESSAGE_SENT");
            bob.says(lab, "hello");
            JsonNode heard = client.expect("MESSAGE_SENT");
            client.emit("UNSUBSCRIBE_CHANNEL", channel());
            client.expect("CHANNEL_UNSUBSCRIBED");
            int exit = client.leave();

            assertThat(subscribed.path("channel").path("_id").asText()).isEqualTo(lab.id());
            assertThat(echo.path("content").path("bodyText").asText()).isEqualTo("<p>grüß dich 👋</p>");
            assertThat(echo.path("sender").path("_id").asText()).isEqualTo(ann.id());
            assertThat(echo.path("loopbackMetadata").asText()).isEqualTo("req-1");
            assertThat(heard.path("sender").path("displayname").asText()).isEqualTo("Bob");
            assertThat(exit).isZero();
        }
    }

    @Test
    void isToldWhatWasDeclined() {
        try (JsClient client = connect("tokenType=jwt&token=" + ann.token())) {
            client.expect("connect");

            client.emit("SUBSCRIBE_CHANNEL", "{\"channel\":{\"type\":\"topic\",\"_id\":\"60aa11bb22cc33dd44ee55ff\"}}");
            JsonNode notSubscribed = client.expect("SUBSCRIBE_CHANNEL_FAILED");
            client.emit("SEND_MESSAGE", message("x"));
            JsonNode notSent = client.expect("SEND_MESSAGE_FAILED");

            assertThat(notSubscribed.path("error").path("code").asText()).isEqualTo("topic.not.found");
            assertThat(notSent.path("error").asText()).isEqualTo("app.event.channel.subscription.required");
        }
    }

    @Test
    void hearsARefusalAsAnError() {
        try (JsClient client = connect("token=wrong&tokenType=jwt")) {
            JsonNode refusal = client.expect("error");

            assertThat(refusal.path("code").asText()).isEqualTo("token.invalid");
        }
    }

    @Test
    void connectsWithATokenButNoTokenType() {
        try (JsClient client = connect("token=" + ann.token() + "=jwt")) {
            client.expect("connect");
        }
    }

    @Test
    void hearsThatTheConnectionWasDropped() {
        try (JsClient client = connect("token=" + ann.token())) {
            client.expect("connect");

            emulator.faults().dropConnections(ann);

            client.expect("disconnect");
        }
    }

    @Test
    void seesThatABotIsTypingUntilItHasAnswered() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        BotConfig config = BotConfig.of("robo", new Auth.Token("jwt", new Secret(bob.token())), server.service())
                .withSpaces(List.of(SpaceRef.open(lab.id())));
        Bot bot = Bot.builder().config(config).handlers(new Slow(gate)).build();
        bot.start();
        assertThat(bot.awaitReady(Duration.ofSeconds(20))).isTrue();
        try (JsClient client = connect("token=" + ann.token())) {
            client.expect("connect");
            client.emit("SUBSCRIBE_CHANNEL", channel());
            client.expect("CHANNEL_SUBSCRIBED");

            client.emit("SEND_MESSAGE", message("slow"));
            client.expect("MESSAGE_SENT");
            JsonNode first = client.expect("PRESENCE_EVENT_RESPONSE");
            JsonNode second = client.expect("PRESENCE_EVENT_RESPONSE");
            gate.countDown();
            JsonNode answer = client.expect("MESSAGE_SENT");

            assertThat(first.path("category").asText()).isEqualTo("party.typing");
            assertThat(first.path("sender").path("_id").asText()).isEqualTo(bob.id());
            assertThat(first.path("topicId").asText()).isEqualTo(lab.id());
            assertThat(second).isEqualTo(first);
            assertThat(answer.path("content").path("bodyText").asText()).isEqualTo("done");
        } finally {
            gate.countDown();
            bot.stop(Duration.ofSeconds(20));
        }
    }

    private record Slow(CountDownLatch gate) {

        @OnMessage("slow")
        String slow() throws InterruptedException {
            gate.await();
            return "done";
        }
    }

    @Test
    void tellsAndHearsWhoIsThere() {
        try (JsClient client = connect("token=" + ann.token())) {
            client.expect("connect");
            client.emit("SUBSCRIBE_CHANNEL", channel());
            client.expect("CHANNEL_SUBSCRIBED");

            client.emit(
                    "SEND_PRESENCE_EVENT",
                    "{\"category\":\"app.event.presence.party.online\",\"topicId\":\"" + lab.id()
                            + "\",\"receivers\":[],\"content\":{\"idle\":false},\"loopbackMetadata\":\"p-1\"}");
            JsonNode own = client.expect("PRESENCE_EVENT_RESPONSE");
            emulator.online(bob, lab);
            JsonNode bobs = client.expect("PRESENCE_EVENT_RESPONSE");
            client.emit(
                    "SEND_PRESENCE_EVENT",
                    "{\"category\":\"app.event.presence.party.online\",\"receivers\":[{\"_id\":\"" + bob.id()
                            + "\"}],\"content\":{\"topicId\":\"" + lab.id() + "\"}}");
            emulator.leaves(bob, lab);
            JsonNode left = client.expect("PRESENCE_EVENT_RESPONSE");

            assertThat(own.path("loopbackMetadata").asText()).isEqualTo("p-1");
            assertThat(own.path("content").path("attendee").path("attendee").asText())
                    .isEqualTo(ann.id());
            assertThat(bobs.path("sender").path("displayname").asText()).isEqualTo("Bob");
            assertThat(bobs.path("content").path("role").asText()).isEqualTo("member");
            assertThat(left.path("category").asText()).isEqualTo("app.event.presence.party.leaves");
            assertThat(left.path("content").path("offline").asBoolean()).isTrue();
        }
    }

    @Test
    void seesWhoIsTyping() {
        try (JsClient client = connect("token=" + ann.token())) {
            client.expect("connect");
            client.emit("SUBSCRIBE_CHANNEL", channel());
            client.expect("CHANNEL_SUBSCRIBED");

            emulator.typing(bob, lab);

            assertThat(client.expect("PRESENCE_EVENT_RESPONSE").path("category").asText())
                    .isEqualTo("party.typing");
        }
    }
}
