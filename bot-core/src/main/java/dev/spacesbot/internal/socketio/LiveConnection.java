package dev.spacesbot.internal.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.rest.Token;
import dev.spacesbot.internal.text.Reasons;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.IncomingReader;
import dev.spacesbot.internal.wire.PayloadWriter;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;

/** One socket on the namespace {@code /chat}, from the asking to its end. It never reconnects: the next one is a new object. */
final class LiveConnection implements Connection {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int EXCERPT = 200;

    private enum State {
        CONNECTING,
        JOINED,
        ENDED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.CONNECTING);
    private final CompletableFuture<Boolean> joined = new CompletableFuture<>();
    private final ConnectionListener listener;
    private final IncomingReader reader;
    private final Timers timers;
    private final URI address;
    private final FrameLog frames;
    private final Tap tap;
    private final Socket socket;

    /** Ready to {@link #open}. */
    LiveConnection(URI address, Token token, OkHttpClient client, Timers timers, ConnectionListener listener) {
        this.listener = listener;
        this.reader = new IncomingReader(listener, timers::now);
        this.timers = timers;
        this.address = address;
        this.frames = new FrameLog(token.value());
        EventFrames events = new EventFrames(reader::wants, this::deliver);
        this.tap = new Tap(client, events, words -> end(Kind.REFUSED, frames.masked(words)), frames);
        this.socket = IO.socket(address.resolve("/chat"), options(token, client, tap));
        socket.on(Socket.EVENT_CONNECT, args -> join());
        socket.on(Socket.EVENT_ERROR, args -> end(Kind.UNAVAILABLE, reason(args)));
        socket.on(Socket.EVENT_CONNECT_ERROR, args -> unreachable(reason(args)));
        socket.on(Socket.EVENT_DISCONNECT, args -> end(Kind.REFUSED, reason(args)));
    }

    private static IO.Options options(Token token, OkHttpClient client, Tap tap) {
        IO.Options options = new IO.Options();
        options.forceNew = true;
        options.reconnection = false;
        options.transports = new String[] {"websocket"};
        options.query = "token=" + encode(token.value()) + "&tokenType=" + encode(token.type());
        options.webSocketFactory = tap;
        options.callFactory = client;
        // The library's timeout brings a thread of its own that holds up the JVM's end; open() has one.
        options.timeout = -1;
        return options;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Connects, and returns once the service let the connection into the namespace.
     *
     * @throws TransportException where it did not; the connection is then ended
     */
    void open() {
        socket.connect();
        try {
            joined.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon("no answer within " + TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon("the wait was interrupted");
        } catch (ExecutionException e) {
            // Thrown again below, as what it is.
        }
        try {
            joined.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TransportException failure ? failure : e;
        }
    }

    /** Unless it was joined, or failed, in the same moment: then that counts. */
    private void abandon(String reason) {
        if (state.compareAndSet(State.CONNECTING, State.ENDED)) {
            release(State.CONNECTING);
            fail(Kind.UNAVAILABLE, reason);
        }
    }

    private void fail(Kind kind, String reason) {
        joined.completeExceptionally(new TransportException(kind, text(kind, reason)));
    }

    private void join() {
        if (state.compareAndSet(State.CONNECTING, State.JOINED)) {
            joined.complete(true);
        }
    }

    private void unreachable(String reason) {
        int status = tap.refusedStatus();
        if (status == 0) {
            end(Kind.UNAVAILABLE, reason);
        } else {
            end(status == 401 || status == 403 ? Kind.REFUSED : Kind.UNAVAILABLE, "HTTP " + status);
        }
    }

    /** The library's exceptions say nothing that their causes do not say better. */
    private static String reason(Object... args) {
        Object what = args.length > 0 ? args[0] : "";
        if (what instanceof Exception e) {
            return Excerpt.of(Reasons.of(e.getCause() == null ? e : e.getCause()), EXCERPT);
        }
        return Excerpt.of(String.valueOf(what), EXCERPT);
    }

    private void end(Kind kind, String reason) {
        State before = state.getAndSet(State.ENDED);
        if (before == State.ENDED) {
            return;
        }
        release(before);
        if (before == State.JOINED) {
            synchronized (reader) {
                listener.lost(reason);
            }
        } else {
            fail(kind, reason);
        }
    }

    private String text(Kind kind, String reason) {
        return kind == Kind.REFUSED
                ? "The service does not accept the token on its socket (" + reason + ")."
                : "No connection to " + address.getScheme() + "://" + address.getAuthority() + " (" + reason
                        + "). Check service.socketUrl, and the network.";
    }

    /** Closes what the library opened: after a refusal it would keep the connection, and go on with its pings. */
    private void release(State before) {
        socket.close();
        if (before == State.CONNECTING) {
            tap.cancel();
        } else {
            timers.after(FAREWELL, tap::cancel);
        }
    }

    /** The lock keeps the end of the connection, which comes on another thread, out of the middle of an event. */
    private void deliver(String event, JsonNode payload) {
        synchronized (reader) {
            if (state.get() != State.ENDED) {
                reader.read(event, payload);
            }
        }
    }

    @Override
    public void subscribe(SpaceRef space) {
        emit("SUBSCRIBE_CHANNEL", PayloadWriter.subscribe(space));
    }

    @Override
    public void unsubscribe(String spaceId) {
        emit("UNSUBSCRIBE_CHANNEL", PayloadWriter.unsubscribe(spaceId));
    }

    @Override
    public void send(Outgoing outgoing) {
        emit("SEND_MESSAGE", PayloadWriter.sendMessage(outgoing));
    }

    @Override
    public void presence(OutgoingPresence presence) {
        emit("SEND_PRESENCE_EVENT", PayloadWriter.presence(presence));
    }

    private void emit(String event, JsonNode payload) {
        if (state.get() == State.JOINED) {
            tap.send(EventFrames.write(event, payload));
        }
    }

    @Override
    public Duration silence() {
        return tap.silence();
    }

    @Override
    public void close() {
        State before = state.getAndSet(State.ENDED);
        if (before != State.ENDED) {
            release(before);
            fail(Kind.UNAVAILABLE, "it was closed");
        }
    }

    /** Closes, and waits a moment for the other side to agree, so that what was sent before gets out. */
    void closeAndWait() {
        close();
        try {
            if (!tap.awaitEnd(FAREWELL.toMillis())) {
                tap.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tap.cancel();
        }
    }
}
