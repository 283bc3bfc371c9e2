package dev.spacesbot.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The service's side of Engine.IO 3 and Socket.IO 1.7.3: lets everybody in, and into every space. */
final class Dialogue {

    private static final byte[] OPEN =
            Frames.text("0{\"sid\":\"bench\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":60000}");
    private static final byte[] ROOT = Frames.text("40");
    private static final byte[] CHAT = Frames.text("40/chat");
    private static final byte[] PONG = Frames.text("3");
    private static final String SUBSCRIBE = "42/chat,[\"SUBSCRIBE_CHANNEL\"";
    private static final String SEND = "42/chat,[\"SEND_MESSAGE\"";

    private volatile @Nullable WebSocketPeer peer;
    private volatile @Nullable Load load;
    private final AtomicInteger subscribed = new AtomicInteger();
    private volatile long firstSubscription;
    private volatile long lastSubscription;

    /** Answers to messages go to {@code load} from now on. */
    void load(Load load) {
        this.load = load;
    }

    /** The connection; only once a space is subscribed. */
    WebSocketPeer peer() {
        WebSocketPeer connected = peer;
        if (connected == null) {
            throw new IllegalStateException("The program is not connected; see what it printed");
        }
        return connected;
    }

    /** When the first subscription arrived, as {@link System#nanoTime()}. */
    long firstSubscription() {
        return firstSubscription;
    }

    /** When the last one arrived. */
    long lastSubscription() {
        return lastSubscription;
    }

    /** Waits until so many spaces are subscribed. */
    void awaitSubscriptions(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (subscribed.get() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The program subscribed " + subscribed.get() + " of " + count
                        + " spaces in time; see what it printed");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** A new connection, which {@link WebSocketPeer} locks during this and every other call. */
    void open(WebSocketPeer opened) {
        peer = opened;
        opened.out().add(OPEN);
        opened.out().add(ROOT);
    }

    /** Takes a frame of the program. */
    void frame(String frame) {
        Frames out = peer().out();
        if (frame.startsWith(SEND)) {
            Load current = load;
            if (current != null) {
                current.answered(
                        value(frame, "\"topicId\":\""),
                        value(frame, "\"bodyText\":\""),
                        value(frame, "\"loopbackMetadata\":\""),
                        out);
            }
        } else if (frame.startsWith(SUBSCRIBE)) {
            subscribe(value(frame, "\"_id\":\""), out);
        } else if (frame.startsWith("40/chat")) {
            out.add(CHAT);
        } else if (frame.equals("2")) {
            out.add(PONG);
        }
    }

    private void subscribe(String spaceId, Frames out) {
        if (subscribed.get() == 0) {
            firstSubscription = System.nanoTime();
        }
        out.add(Frames.text("42/chat,[\"CHANNEL_SUBSCRIBED\",{\"channel\":{\"type\":\"topic\",\"_id\":\"" + spaceId
                + "\"},\"dtsid\":\"7731\",\"sessionId\":\"0d2f8a5e-77b1-4c4e-9a52-51a0f3f3a9c1\"}]"));
        lastSubscription = System.nanoTime();
        subscribed.incrementAndGet();
    }

    /** The string behind a key; nothing that is sent here needs escaping. */
    private static String value(String frame, String key) {
        int from = frame.indexOf(key) + key.length();
        return frame.substring(from, frame.indexOf('"', from));
    }
}
