package dev.spacesbot.internal.socketio;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the Socket.IO library and its one WebSocket. Events pass the library by: it would hand each one over
 * three times between threads, which costs more than everything else that happens to it. The library keeps what it is
 * here for: handshake, namespace, pings.
 */
final class Tap implements WebSocket.Factory {

    private final OkHttpClient client;
    private final EventFrames events;
    private final Consumer<String> refusals;
    private final FrameLog frames;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable WebSocket socket;
    private volatile int refusedStatus;
    private volatile long heard = System.nanoTime();

    /** Hands events to {@code events}, and what the service says to a connection that it does not want to {@code refusals}. */
    Tap(OkHttpClient client, EventFrames events, Consumer<String> refusals, FrameLog frames) {
        this.client = client;
        this.events = events;
        this.refusals = refusals;
        this.frames = frames;
    }

    @Override
    public WebSocket newWebSocket(Request request, WebSocketListener library) {
        WebSocket opened = client.newWebSocket(request, new Inbound(library));
        socket = opened;
        return new LibrarySide(opened, frames);
    }

    /** The HTTP status that the upgrade was answered with where it failed; 0 where there was none. */
    int refusedStatus() {
        return refusedStatus;
    }

    /** Sends a frame from this thread. A socket that takes no more is as good as lost: it is cut, so that all know. */
    void send(String frame) {
        WebSocket open = socket;
        if (open == null) {
            return;
        }
        frames.out(frame);
        if (!open.send(frame)) {
            open.cancel();
        }
    }

    /** How long no frame came in. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Cuts the connection, whatever state it is in. */
    void cancel() {
        WebSocket open = socket;
        if (open != null) {
            open.cancel();
        }
    }

    /** Waits until the connection is closed on both sides; false where it is not after that time. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return socket == null || ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** What comes in, on OkHttp's reading thread. */
    private final class Inbound extends WebSocketListener {

        private final WebSocketListener library;

        Inbound(WebSocketListener library) {
            this.library = library;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            library.onOpen(webSocket, response);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            heard = System.nanoTime();
            frames.in(text);
            if (EventFrames.isEvent(text)) {
                events.read(text);
            } else if (Refusal.isRefusal(text)) {
                refusals.accept(Refusal.words(text));
            } else if (text.startsWith("1")) {
                webSocket.close(1000, null);
            } else if (forLibrary(text)) {
                library.onMessage(webSocket, text);
            }
        }

        /** The open packet, pongs, and the coming and going of a namespace. Anything else may upset it. */
        private static boolean forLibrary(String text) {
            return text.startsWith("0") || text.startsWith("3") || text.startsWith("40") || text.startsWith("41");
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            // The service sends no binary; the library would wait for it to complete an event.
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            // The library does not answer the server's close frame, and OkHttp then waits for ever.
            webSocket.close(1000, null);
        }

        @Override
        public void onClosed(WebSocket webSocket, int code, String reason) {
            ended.countDown();
            library.onClosed(webSocket, code, reason);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
            refusedStatus = response == null ? 0 : response.code();
            ended.countDown();
            // The library passes over what is no Exception, and would learn of the end from its ping timeout only.
            library.onFailure(webSocket, t instanceof Exception ? t : new IOException(t), response);
        }
    }

    /** What the library writes: shown, otherwise unchanged. */
    private record LibrarySide(WebSocket socket, FrameLog frames) implements WebSocket {

        @Override
        public Request request() {
            return socket.request();
        }

        @Override
        public long queueSize() {
            return socket.queueSize();
        }

        @Override
        public boolean send(String text) {
            frames.out(text);
            return socket.send(text);
        }

        @Override
        public boolean send(ByteString bytes) {
            return socket.send(bytes);
        }

        @Override
        public boolean close(int code, @Nullable String reason) {
            return socket.close(code, reason);
        }

        @Override
        public void cancel() {
            socket.cancel();
        }
    }
}
