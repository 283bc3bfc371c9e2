package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends frames as they are, and records what comes back. */
final class FrameRecorder implements WebSocket.Listener, AutoCloseable {

    static final String CLOSED = "(closed)";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> incoming = new LinkedBlockingQueue<>();
    private final List<String> record = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    FrameRecorder(int port, String query) {
        URI address = URI.create("ws://127.0.0.1:" + port + "/socket.io/?" + query + "&EIO=3&transport=websocket");
        socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /** Sends a frame and waits for that many. */
    void send(String frame, int answers) {
        socket.sendText(frame, true).join();
        await(answers);
    }

    void await(int answers) {
        try {
            for (int i = 0; i < answers; i++) {
                String frame = incoming.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(frame).as("a frame after %s", record).isNotNull();
                record.add(String.valueOf(frame));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> record() {
        return List.copyOf(record);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            incoming.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        incoming.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        incoming.add(CLOSED);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
