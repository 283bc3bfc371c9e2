package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatorOptions.BadToken;
import dev.spacesbot.internal.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket.Listener;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40/chat", "40/chat,", "40/chat?token=TOKEN&tokenType=jwt", "40/chat?token=TOKEN,"})
    void takesEverySpellingOfTheNamespace(String frame) throws IOException {
        try (RawClient client = RawClient.open(server, "token=" + ann.token() + "&tokenType=jwt")) {
            ObjectNode open = (ObjectNode) Json.read(client.next().substring(1));
            client.expect("40");

            client.send(frame.replace("TOKEN", "ignored-because-the-http-query-wins"));

            client.expect("40/chat");
            assertThat(open.path("sid").asText()).isNotEmpty();
            assertThat(Json.write(open.without("sid")))
                    .isEqualTo("{\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":60000}");
        }
    }

    @Test
    void takesTheTokenFromTheNamespaceWhereTheHttpQueryHasNone() {
        try (RawClient client = RawClient.open(server, "x=1")) {
            client.expectOpen();

            client.send("40/chat?token=" + ann.token() + "&tokenType=oauth,");

            client.expect("40/chat");
        }
    }

    @Test
    void refusesABadTokenAndLeavesTheTransportOpen() {
        try (RawClient client = RawClient.open(server, "token=wrong&tokenType=jwt")) {
            client.expectOpen();

            client.send("40/chat");

            client.expect("44/chat,{\"code\":\"token.invalid\","
                    + "\"message\":\"The token is not known: use one that this emulator gave.\"}");
            client.send("2");
            client.expect("3");
        }
    }

    @Test
    void closesAfterRefusingABadTokenWhereAsked() {
        SpacesEmulator strict = SpacesEmulator.create(EmulatorOptions.defaults().withBadToken(BadToken.CLOSE));
        try (strict;
                EmulatorServer other = strict.serve(0);
                RawClient client = RawClient.open(other, "token=wrong")) {
            client.expectOpen();

            client.send("40/chat,");

            assertThat(client.next()).startsWith("44/chat,{");
            client.expectClosed();
        }
    }

    @Test
    void refusesAnUnknownNamespace() {
        try (RawClient client = RawClient.open(server, "token=" + ann.token())) {
            client.expectOpen();

            client.send("40/unknown?x=1,");

            client.expect("44/unknown,\"Invalid namespace\"");
        }
    }

    @Test
    void refusesTheFourthConnectionOfAUser() {
        try (RawClient one = RawClient.connected(server, ann);
                RawClient two = RawClient.connected(server, ann);
                RawClient three = RawClient.connected(server, ann);
                RawClient four = RawClient.open(server, "token=" + ann.token())) {
            four.expectOpen();

            four.send("40/chat");

            assertThat(four.next()).startsWith("44/chat,{\"code\":\"too.many.connections\"");
            three.send("41/chat");
            three.expectNothing();
            four.send("40/chat");
            four.expect("40/chat");
            one.expectNothing();
            two.expectNothing();
        }
    }

    @Test
    void closesASilentConnection() {
        SpacesEmulator hasty = SpacesEmulator.create(
                EmulatorOptions.defaults().withPings(Duration.ofMillis(50), Duration.ofMillis(50)));
        try (hasty;
                EmulatorServer other = hasty.serve(0);
                RawClient client = RawClient.open(other, "token=x")) {
            client.expectOpen();

            client.expectClosed();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EIO=3&transport=polling            | 0 | Transport unknown",
                "EIO=3                              | 0 | Transport unknown",
                "EIO=3&transport=websocket&sid=none | 1 | Session ID unknown",
                "EIO=3&transport=websocket          | 3 | Bad request"
            })
    void refusesOtherTransportsAsEngineIoDoes(String query, int code, String message) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.socketUrl() + "/socket.io/?" + query))
                .build();

        var response = http.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
    }

    @Test
    void refusesTheUpgradeOfALaterProtocol() {
        URI address = URI.create("ws://127.0.0.1:" + server.port() + "/socket.io/?EIO=4&transport=websocket");

        var opening = http.newWebSocketBuilder().buildAsync(address, new Listener() {});

        assertThatThrownBy(opening::join)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .cause()
                .satisfies(e -> assertThat(
                                ((WebSocketHandshakeException) e).getResponse().statusCode())
                        .isEqualTo(400));
    }

    @Test
    void tellsClientsOfALaterProtocolWhatToUse() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.socketUrl() + "/socket.io/?EIO=4&transport=websocket"))
                .build();

        var response = http.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The service speaks Engine.IO 3");
    }
}
