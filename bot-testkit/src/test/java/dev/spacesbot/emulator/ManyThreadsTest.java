package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.event.SpaceRef;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

    private static final int THREADS = 4;
    private static final int EACH = 500;

    private final SpacesEmulator emulator =
            SpacesEmulator.create(EmulatorOptions.defaults().withLimits(Limits.none()));
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedSpace lab = emulator.space("Lab");

    @AfterEach
    void close() {
        emulator.close();
    }

    private Recorder subscribed(String name) {
        Recorder recorder = new Recorder();
        emulator.transport(emulator.user(name)).connect(recorder).subscribe(SpaceRef.open(lab.id()));
        recorder.forget();
        return recorder;
    }

    @Test
    void everybodyHearsEverythingInTheSameOrder() {
        Recorder one = subscribed("One");
        Recorder two = subscribed("Two");

        List<CompletableFuture<Void>> talks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "Talker " + thread;
            talks.add(CompletableFuture.runAsync(() -> talk(emulator.user(name))));
        }
        talks.forEach(CompletableFuture::join);

        await().until(() -> one.events.size() == THREADS * EACH && two.events.size() == THREADS * EACH);
        assertThat(one.events).isEqualTo(two.events);
        assertThat(lab.history()).hasSize(THREADS * EACH);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "Talker " + thread + ": ";
            assertThat(one.lines).filteredOn(line -> line.startsWith(name)).isEqualTo(wordsOf(name));
        }
    }

    private void talk(EmulatedUser user) {
        for (int i = 0; i < EACH; i++) {
            user.says(lab, "number " + i);
        }
    }

    private static List<String> wordsOf(String name) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            words.add(name + "number " + i);
        }
        return words;
    }

    @Test
    void twoBotsThatAnswerEachOtherFromTwoThreadsDoNotLockUp() {
        EmulatedUser bob = emulator.user("Bob");
        emulator.onMessage(message -> {
            String text = message.path("content").path("bodyText").asText();
            int left = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
            if (left > 0) {
                (text.startsWith("ann") ? bob : ann).says(lab, (text.startsWith("ann") ? "bob " : "ann ") + (left - 1));
            }
        });

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> ann.says(lab, "ann 300"));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> bob.says(lab, "bob 300"));
        CompletableFuture.allOf(first, second).join();

        await().untilAsserted(() -> assertThat(lab.history()).hasSize(602));
    }

    @Test
    void aClientThatDoesNotReadIsGivenUpAndHoldsUpNobody() {
        EmulatedUser sleepy = emulator.user("Sleepy");
        Recorder awake = subscribed("Awake");
        try (EmulatorServer server = emulator.serve(0)) {
            WebSocket stalled = stalled(server, sleepy);
            await().until(() -> lab.members().contains(sleepy));

            String text = "x".repeat(64 * 1024);
            for (int i = 0; i < 400; i++) {
                ann.says(lab, text);
            }

            assertThat(awake.events).hasSize(400);
            await().untilAsserted(() -> assertThat(emulator.connections(sleepy)).isZero());
            stalled.abort();
        }
    }

    /** Subscribes, but reads one frame only. */
    private WebSocket stalled(EmulatorServer server, EmulatedUser user) {
        URI address = URI.create(
                "ws://127.0.0.1:" + server.port() + "/socket.io/?EIO=3&transport=websocket&token=" + user.token());
        WebSocket.Listener deaf = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                return null;
            }
        };
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, deaf)
                .join();
        socket.sendText("40/chat", true).join();
        socket.sendText(
                        "42/chat,[\"SUBSCRIBE_CHANNEL\",{\"channel\":{\"type\":\"topic\",\"_id\":\"" + lab.id()
                                + "\"}}]",
                        true)
                .join();
        return socket;
    }
}
