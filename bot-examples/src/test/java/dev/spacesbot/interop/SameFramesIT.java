package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatorServer;
import dev.spacesbot.emulator.SpacesEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same session with the real socket.io 1.7.3 and with the emulator gives the same frames. Ids, times and the words of
 * refusals may differ, and the emulator may tell more about a message than the small stand-in for the service does.
 */
class SameFramesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOWHERE = "dead11bb22cc33dd44ee55ff";

    private final RealServer real = RealServer.start();
    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    // The stand-in calls a space after the end of its id; the emulator's first id ends so.
    private final EmulatedSpace space = emulator.space("Space 01");
    private final String token = emulator.user("Ann").token();

    @AfterEach
    void stop() {
        real.close();
        emulator.close();
    }

    private static String event(String name, String payload) {
        return "42/chat,[\"" + name + "\"," + payload + "]";
    }

    private static String channel(String id) {
        return "{\"channel\":{\"type\":\"topic\",\"_id\":\"" + id + "\"}}";
    }

    private static String message(String space) {
        return "{\"category\":\"chat\",\"topicId\":\"" + space
                + "\",\"content\":{\"bodyText\":\"<p>hello</p>\"},\"loopbackMetadata\":\"req-1\"}";
    }

    private static String presence(String space, String receiver) {
        return "{\"category\":\"party.typing\",\"topicId\":\"" + space + "\",\"receivers\":[" + receiver
                + "],\"content\":{\"mediaSession\":{}},\"version\":\"1.1\",\"loopbackMetadata\":{\"n\":1}}";
    }

    private void sameWithToken(Consumer<FrameRecorder> session) {
        same("token=token-of-ann&tokenType=jwt", "token=" + token + "&tokenType=jwt", session);
    }

    private void same(String realQuery, String emulatorQuery, Consumer<FrameRecorder> session) {
        List<String> fromReal = record(real.port(), realQuery, session);
        List<String> fromEmulator = record(server.port(), emulatorQuery, session);

        assertThat(fromEmulator).hasSameSizeAs(fromReal);
        for (int i = 0; i < fromReal.size(); i++) {
            assertSame(fromReal.get(i), fromEmulator.get(i));
        }
    }

    private static List<String> record(int port, String query, Consumer<FrameRecorder> session) {
        try (FrameRecorder recorder = new FrameRecorder(port, query)) {
            recorder.await(2);
            session.accept(recorder);
            return recorder.record();
        }
    }

    private static void assertSame(String expected, String actual) {
        int data = Math.min(start(expected, '['), start(expected, '{'));
        assertThat(actual).startsWith(expected.substring(0, data));
        if (data < expected.length()) {
            assertWithin(tree(expected.substring(data)), tree(actual.substring(data)), expected + "\n" + actual);
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static int start(String frame, char bracket) {
        int at = frame.indexOf(bracket);
        return at < 0 ? frame.length() : at;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Whatever the real one says, the emulator says too. */
    private static void assertWithin(JsonNode expected, JsonNode actual, String frames) {
        assertThat(actual.getNodeType()).as(frames).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            expected.properties().forEach(field -> {
                if (!differs(field.getKey())) {
                    assertWithin(field.getValue(), actual.path(field.getKey()), frames);
                } else {
                    assertThat(actual.path(field.getKey()).getNodeType())
                            .as(frames)
                            .isEqualTo(field.getValue().getNodeType());
                }
            });
        } else if (expected.isArray()) {
            assertThat(actual).as(frames).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertWithin(expected.get(i), actual.get(i), frames);
            }
        } else {
            assertThat(actual).as(frames).isEqualTo(expected);
        }
    }

    private static boolean differs(String field) {
        return List.of("sid", "_id", "dtsid", "sessionId", "attendee", "created", "startTime", "code", "message")
                .contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40/chat", "40/chat,", "40/chat?token=x&tokenType=jwt", "40/chat?token=x&tokenType=jwt,"})
    void whereTheNamespaceIsAskedFor(String frame) {
        sameWithToken(client -> {
            client.send(frame, 1);
            client.send("2", 1);
        });
    }

    @Test
    void whereEverythingGoesWell() {
        sameWithToken(client -> {
            client.send("40/chat", 1);
            client.send(event("SUBSCRIBE_CHANNEL", channel(space.id())), 1);
            client.send(event("SUBSCRIBE_CHANNEL", channel(space.id())), 1);
            client.send(event("SEND_MESSAGE", message(space.id())), 1);
            client.send(event("SEND_PRESENCE_EVENT", presence(space.id(), "")), 1);
            client.send(event("SEND_PRESENCE_EVENT", presence(space.id(), "{\"_id\":\"somebody else\"}")), 0);
            client.send("2", 1);
            client.send(event("UNSUBSCRIBE_CHANNEL", channel(space.id())), 1);
            client.send("41/chat", 0);
            // The real one leaves a moment later: what follows at once may still be answered.
            client.send("2", 1);
            client.send(event("SUBSCRIBE_CHANNEL", channel(space.id())), 0);
            client.send("2probe", 1);
            client.send("40/chat,", 1);
        });
    }

    @Test
    void whereSomethingIsDeclined() {
        sameWithToken(client -> {
            client.send("40/unknown", 1);
            client.send("40/unknown?x=1,", 1);
            client.send("40/chat", 1);
            client.send(event("SUBSCRIBE_CHANNEL", channel(NOWHERE)), 1);
            client.send(event("SEND_MESSAGE", message(space.id())), 1);
            client.send(event("SEND_PRESENCE_EVENT", presence(space.id(), "")), 0);
            client.send("2", 1);
        });
    }

    @Test
    void whereTheTokenIsRefused() {
        same("token=refused&tokenType=jwt", "token=wrong&tokenType=jwt", client -> {
            client.send("40/chat", 1);
            client.send(event("SUBSCRIBE_CHANNEL", channel(space.id())), 0);
            client.send("2", 1);
            client.send("40/chat", 1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4", "4x", "42/chat,[", "42/chat,[\"UNKNOWN\",{}]", "42/other,[\"SEND_MESSAGE\",{}]", "41/other"
            })
    void whereAFrameMakesNoSense(String frame) {
        sameWithToken(client -> {
            client.send("40/chat", 1);
            client.send(frame, 0);
            client.send("2", 1);
        });
    }

    @Test
    void whereAFrameIsNotOneOfEngineIo() {
        sameWithToken(client -> client.send("x", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EIO=3&transport=polling",
                "EIO=3",
                "EIO=3&transport=websocket&sid=none",
                "EIO=3&transport=websocket"
            })
    void whereTheTransportIsNotAWebSocket(String query) throws IOException, InterruptedException {
        assertThat(get(server.port(), query)).isEqualTo(get(real.port(), query));
    }

    private static String get(int port, String query) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/socket.io/?" + query);
        // Not 2, for which the JDK's client asks for an upgrade: Engine.IO takes any upgrade for one to a WebSocket.
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var response = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
