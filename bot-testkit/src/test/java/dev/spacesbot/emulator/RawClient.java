package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that knows nothing of Socket.IO: sends text frames, and has those that came in. */
final class RawClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLOSED = "closed";

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private RawClient(URI address) {
        socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /** Opens a WebSocket with these parameters beside {@code EIO} and {@code transport}. */
    static RawClient open(EmulatorServer server, String query) {
        return new RawClient(
                URI.create("ws://127.0.0.1:" + server.port() + "/socket.io/?" + query + "&EIO=3&transport=websocket"));
    }

    /** Opens one and is let into the namespace. */
    static RawClient connected(EmulatorServer server, EmulatedUser user) {
        RawClient client = open(server, "token=" + user.token());
        client.expectOpen();
        client.send("40/chat,");
        client.expect("40/chat");
        return client;
    }

    void expectOpen() {
        assertThat(next()).startsWith("0{");
        expect("40");
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    String next() {
        try {
            String frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(frame).as("a frame within %s", PATIENCE).isNotNull();
            return frame == null ? "" : frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void expect(String frame) {
        assertThat(next()).isEqualTo(frame);
    }

    /** The server answers in order: where the pong comes next, nothing came before it. */
    void expectNothing() {
        send("2");
        expect("3");
    }

    void expectClosed() {
        expect(CLOSED);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        frames.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, @Nullable Throwable error) {
        frames.add(CLOSED);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
