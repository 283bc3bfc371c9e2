package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFrontTest {

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedSpace lab = emulator.space("Lab");

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static String event(String name, String payload) {
        return "42/chat,[\"" + name + "\"," + payload + "]";
    }

    private String channel() {
        return "{\"channel\":{\"type\":\"topic\",\"_id\":\"" + lab.id() + "\"}}";
    }

    private static JsonNode payload(String frame, String event) throws IOException {
        assertThat(frame).startsWith("42/chat,[\"" + event + "\",");
        return Json.read(frame.substring("42/chat,".length())).path(1);
    }

    private RawClient subscribed(EmulatedUser user) {
        RawClient client = RawClient.connected(server, user);
        client.send(event("SUBSCRIBE_CHANNEL", channel()));
        assertThat(client.next())
                .startsWith("42/chat,[\"CHANNEL_SUBSCRIBED\"," + channel().substring(0, 20));
        return client;
    }

    @Test
    void deliversToEverySubscriberAndTheLoopbackToTheSenderAlone() throws IOException {
        try (RawClient sender = subscribed(ann);
                RawClient other = subscribed(emulator.user("Bob"))) {
            sender.send(event(
                    "SEND_MESSAGE",
                    "{\"category\":\"chat\",\"topicId\":\"" + lab.id()
                            + "\",\"content\":{\"bodyText\":\"<p>hello</p>\"},\"sender\":{\"_id\":\"forged\"},"
                            + "\"loopbackMetadata\":{\"n\":17},\"extra\":[1]}"));

            JsonNode echo = payload(sender.next(), "MESSAGE_SENT");
            JsonNode heard = payload(other.next(), "MESSAGE_SENT");
            assertThat(Json.write(echo.path("loopbackMetadata"))).isEqualTo("{\"n\":17}");
            assertThat(heard.has("loopbackMetadata")).isFalse();
            assertThat(heard.path("_id")).isEqualTo(echo.path("_id"));
            assertThat(heard.path("sender").path("_id").asText()).isEqualTo(ann.id());
            assertThat(heard.path("topicTitle").asText()).isEqualTo("Lab");
            assertThat(Json.write(heard.path("extra"))).isEqualTo("[1]");
        }
    }

    @Test
    void declinesAMessageToASpaceNotSubscribed() throws IOException {
        try (RawClient client = RawClient.connected(server, ann)) {
            client.send(event(
                    "SEND_MESSAGE",
                    "{\"category\":\"chat\",\"topicId\":\"" + lab.id()
                            + "\",\"content\":{\"bodyText\":\"x\"},\"loopbackMetadata\":\"r\"}"));

            JsonNode failure = payload(client.next(), "SEND_MESSAGE_FAILED");
            assertThat(failure.path("category").asText()).isEqualTo(Faults.SUBSCRIPTION_REQUIRED);
            assertThat(failure.path("error").asText()).isEqualTo(Faults.SUBSCRIPTION_REQUIRED);
            assertThat(failure.path("loopbackMetadata").asText()).isEqualTo("r");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42/chat,",
                "42/chat,null",
                "42/chat,{}",
                "42/chat,[]",
                "42/chat,[7,8]",
                "42/chat,[\"SEND_PRESENCE_EVENT\",{\"content\":7}]",
                "42/chat,[\"UNKNOWN\",{}]",
                "42/chat,[\"SEND_MESSAGE\"",
                "42/other,[\"SEND_MESSAGE\",{}]",
                "42[\"SEND_MESSAGE\",{}]",
                "4",
                "4x",
                "43/chat,1[]",
                "41/other",
                "45/chat,1-[]"
            })
    void passesOverWhatItCannotRead(String frame) {
        try (RawClient client = RawClient.connected(server, ann)) {
            client.send(frame);

            client.expectNothing();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEND_MESSAGE      | null                                          | SEND_MESSAGE_FAILED",
                "SEND_MESSAGE      | [1]                                           | SEND_MESSAGE_FAILED",
                "SEND_MESSAGE      | {\"content\":null,\"topicId\":{}}             | SEND_MESSAGE_FAILED",
                "SUBSCRIBE_CHANNEL | {}                                            | SUBSCRIBE_CHANNEL_FAILED",
                "SUBSCRIBE_CHANNEL | {\"channel\":{\"_id\":null}}                  | SUBSCRIBE_CHANNEL_FAILED",
                "SUBSCRIBE_CHANNEL | null                                          | SUBSCRIBE_CHANNEL_FAILED"
            })
    void answersMalformedPayloads(String event, String payload, String answer) throws IOException {
        try (RawClient client = RawClient.connected(server, ann)) {
            client.send(event(event, payload));

            assertThat(payload(client.next(), answer).isObject()).isTrue();
        }
    }

    @Test
    void survivesDeepJsonAndAMegabyteOfText() throws IOException {
        try (RawClient client = subscribed(ann)) {
            client.send(event("SEND_MESSAGE", "[".repeat(10_000) + "]".repeat(10_000)));
            client.send(event(
                    "SEND_MESSAGE",
                    "{\"category\":\"chat\",\"topicId\":\"" + lab.id() + "\",\"content\":{\"bodyText\":\""
                            + "x".repeat(1 << 20) + "\"}}"));

            assertThat(payload(client.next(), "SEND_MESSAGE_FAILED")
                            .path("error")
                            .asText())
                    .isEqualTo("payload.too.large");
        }
    }

    @Test
    void dropsConnectionsOnDemand() {
        try (RawClient client = RawClient.connected(server, ann)) {
            emulator.faults().dropConnections(ann);

            client.expectClosed();
        }
    }

    @Test
    void relaysPresenceToEverybodyThereOrToThoseNamed() throws IOException {
        EmulatedUser bob = emulator.user("Bob");
        try (RawClient sender = subscribed(ann);
                RawClient other = subscribed(bob)) {
            String category = "{\"category\":\"app.event.presence.party.online\",";
            sender.send(event(
                    "SEND_PRESENCE_EVENT",
                    category + "\"topicId\":\"" + lab.id()
                            + "\",\"receivers\":[],\"content\":{\"role\":\"guest\"},\"loopbackMetadata\":5}"));
            JsonNode own = payload(sender.next(), "PRESENCE_EVENT_RESPONSE");
            JsonNode heard = payload(other.next(), "PRESENCE_EVENT_RESPONSE");

            sender.send(event(
                    "SEND_PRESENCE_EVENT",
                    category + "\"receivers\":[{\"_id\":\"" + bob.id() + "\"}],\"content\":{\"topicId\":\"" + lab.id()
                            + "\"}}"));
            JsonNode named = payload(other.next(), "PRESENCE_EVENT_RESPONSE");

            assertThat(own.path("loopbackMetadata").asInt()).isEqualTo(5);
            assertThat(heard.has("loopbackMetadata")).isFalse();
            assertThat(heard.path("sender").path("displayname").asText()).isEqualTo("Ann");
            assertThat(heard.path("content").path("attendee").path("attendee").asText())
                    .isEqualTo(ann.id());
            assertThat(named.path("topicId").asText()).isEqualTo(lab.id());
            sender.expectNothing();
        }
    }

    @Test
    void relaysMediaEventsToTheOthersAlone() throws IOException {
        try (RawClient sender = subscribed(ann);
                RawClient other = subscribed(emulator.user("Bob"))) {
            sender.send(event(
                    "SEND_MEDIA_SESSION_EVENTS",
                    "{\"category\":\"tracksstatus\",\"topicId\":\"" + lab.id() + "\",\"content\":{}}"));

            assertThat(payload(other.next(), "MEDIA_SESSION_RESPONSE")
                            .path("category")
                            .asText())
                    .isEqualTo("tracksstatus");
            sender.expectNothing();
        }
    }

    @Test
    void leavesEverySpaceForAnEmptyId() {
        try (RawClient client = subscribed(ann)) {
            client.send(event("UNSUBSCRIBE_CHANNEL", "{\"channel\":{\"type\":\"topic\",\"_id\":\"\"}}"));

            client.expect(event("CHANNEL_UNSUBSCRIBED", "{\"channel\":{\"type\":\"topic\",\"_id\":\"\"}}"));
            ann.says(lab, "unheard");
            client.expectNothing();
        }
    }
}
