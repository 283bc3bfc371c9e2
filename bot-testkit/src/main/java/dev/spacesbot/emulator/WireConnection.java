package dev.spacesbot.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.time.Timers.Timer;
import dev.spacesbot.internal.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket: speaks Socket.IO 1.7.3 to the client and is its session's peer. */
final class WireConnection implements Peer {

    private static final Logger log = LoggerFactory.getLogger(WireConnection.class);
    private static final int NORMAL_CLOSE = 1000;

    /** What may wait for a client that does not read; one that has more is given up. */
    private static final long MAX_WAITING_CHARS = 8 << 20;

    private final World world;
    private final ChatProtocol protocol;
    private final EmulatorOptions options;
    private final Credentials credentials;
    private final org.eclipse.jetty.websocket.api.Session socket;
    private final Consumer<WireFrame> frames;
    private final AtomicLong waiting = new AtomicLong();
    private volatile @Nullable Session session;
    private volatile Instant heard;
    private volatile @Nullable Timer watchdog;

    WireConnection(
            World world,
            ChatProtocol protocol,
            Credentials credentials,
            org.eclipse.jetty.websocket.api.Session socket,
            Consumer<WireFrame> frames) {
        this.world = world;
        this.protocol = protocol;
        this.options = world.sockets().options();
        this.credentials = credentials;
        this.socket = socket;
        this.frames = frames;
        this.heard = world.timers().now();
    }

    void opened() {
        send(Frames.open(world.ids().nextSession(), options));
        send(Frames.ROOT_CONNECTED);
        watch(patience());
    }

    private Duration patience() {
        return options.pingInterval().plus(options.pingTimeout());
    }

    private void watch(Duration time) {
        watchdog = world.timers().after(time, this::lookAfter);
    }

    private void lookAfter() {
        Duration left = patience().minus(Duration.between(heard, world.timers().now()));
        if (left.isNegative() || left.isZero()) {
            close("ping timeout");
        } else if (socket.isOpen()) {
            watch(left);
        }
    }

    void received(String frame) {
        heard = world.timers().now();
        tell(true, frame);
        switch (frame.isEmpty() ? '?' : frame.charAt(0)) {
            // The 1.7.3 server answers a bare pong, whatever came with the ping.
            case Frames.PING -> send(Frames.PONG);
            case Frames.MESSAGE -> message(Frames.read(frame));
            case Frames.CLOSE -> close("client closed");
            case '0', '3', '5', '6' -> log.debug("A frame that only servers send is passed over");
            default -> close("parse error");
        }
    }

    private void message(Frames.Packet packet) {
        boolean chat = packet.namespace().equals(Frames.CHAT);
        switch (packet.type()) {
            case Frames.CONNECT -> connect(packet);
            case Frames.DISCONNECT -> {
                if (chat) {
                    leave();
                }
            }
            case Frames.EVENT -> {
                if (chat) {
                    event(packet.data());
                }
            }
            default -> log.debug("A packet that no client of the service sends is passed over");
        }
    }

    private void connect(Frames.Packet packet) {
        if (packet.namespace().equals("/")) {
            send(Frames.ROOT_CONNECTED);
        } else if (packet.namespace().equals(Frames.CHAT)) {
            connectChat(packet.query());
        } else {
            send(Frames.refused(packet.namespace(), "\"Invalid namespace\""));
        }
    }

    private void connectChat(String query) {
        try {
            world.turns().run(() -> {
                if (session == null) {
                    world.faults().beforeConnect();
                    String token = credentials.orElse(query).token();
                    session = world.sockets().connect(world.accounts().check(token), this);
                }
                world.turns().post(mailbox(), () -> send(Frames.connected(Frames.CHAT)));
            });
        } catch (Declined e) {
            JsonNode error = Json.object().put("code", e.code()).put("message", e.words());
            send(Frames.refused(Frames.CHAT, Json.write(error)));
            if (options.badToken() == EmulatorOptions.BadToken.CLOSE) {
                close("refused");
            }
        }
    }

    private Mailbox mailbox() {
        Session current = session;
        return current == null ? new Mailbox() : current.mailbox;
    }

    private void event(String data) {
        Session current = session;
        if (current == null) {
            return;
        }
        try {
            JsonNode event = Json.read(data);
            if (event.path(0).isTextual()) {
                world.turns().run(() -> protocol.receive(current, event.path(0).asText(), event.path(1)));
            }
        } catch (JsonProcessingException e) {
            log.debug("A frame that is not JSON, or too deep, is passed over");
        }
    }

    private void leave() {
        Session current = session;
        session = null;
        if (current != null) {
            world.turns().run(() -> world.sockets().remove(current));
        }
    }

    /** The socket is gone. */
    void closed() {
        Timer timer = watchdog;
        if (timer != null) {
            timer.cancel();
        }
        leave();
    }

    @Override
    public void deliver(Emission emission) {
        if (session != null) {
            send(emission.frame());
        }
    }

    @Override
    public void end(String reason) {
        close(reason);
    }

    private void close(String reason) {
        socket.close(NORMAL_CLOSE, reason, Callback.NOOP);
    }

    private void tell(boolean fromClient, String frame) {
        Session current = session;
        frames.accept(new WireFrame(world.timers().now(), current == null ? null : current.user(), fromClient, frame));
    }

    /** Never waits for the client. */
    private void send(String frame) {
        tell(false, frame);
        int length = frame.length();
        if (waiting.addAndGet(length) > MAX_WAITING_CHARS) {
            log.warn("A client that does not read is given up");
            socket.disconnect();
            return;
        }
        Runnable done = () -> waiting.addAndGet(-length);
        socket.sendText(frame, Callback.from(done, failure -> done.run()));
    }
}
