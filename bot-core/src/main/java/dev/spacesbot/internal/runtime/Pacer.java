package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one budget for everything that goes out: so many events in any minute. A window that slides is kept, since a token
 * bucket lets through up to twice its rate in some minute, and the service counts.
 */
final class Pacer {

    /** What goes first when not everything may go at once. */
    enum Priority {
        SEND,
        SUBSCRIBE
    }

    /** A little more than the service's minute: what leaves here evenly may arrive bunched. */
    private static final Duration WINDOW = Duration.ofSeconds(61);

    private static final Logger log = LoggerFactory.getLogger(Pacer.class);

    private final int perWindow;
    private final Timers timers;
    private final Deque<Instant> sent = new ArrayDeque<>();
    private final Queue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::priority).thenComparing(Waiting::order));
    private long order;
    private boolean timerSet;

    private record Waiting(Priority priority, long order, BooleanSupplier event) {}

    /** {@code perMinute} events in a minute; 0 for no limit. */
    Pacer(int perMinute, Timers timers) {
        this.perWindow = perMinute;
        this.timers = timers;
    }

    /**
     * Lets an event out, at once where the budget allows, else later.
     *
     * @param event sends it; returns false where there was nothing to send any more, which costs nothing
     */
    void submit(Priority priority, BooleanSupplier event) {
        if (perWindow == 0) {
            boolean unused = run(event);
            return;
        }
        synchronized (this) {
            waiting.add(new Waiting(priority, order++, event));
        }
        drain();
    }

    /** Lets an event out at once where at least half of the budget is unused, else never: nothing must wait for it. */
    void submitIfSpare(BooleanSupplier event) {
        if (perWindow > 0) {
            synchronized (this) {
                Instant now = timers.now();
                forgetUntil(now);
                if (!waiting.isEmpty() || sent.size() >= perWindow / 2) {
                    return;
                }
                sent.addLast(now);
            }
        }
        if (!run(event) && perWindow > 0) {
            giveBack();
        }
    }

    private void drain() {
        for (Waiting next = next(); next != null; next = next()) {
            if (!run(next.event())) {
                giveBack();
            }
        }
    }

    /** One that fails must not keep the others waiting; it may have gone out. */
    private static boolean run(BooleanSupplier event) {
        try {
            return event.getAsBoolean();
        } catch (RuntimeException e) {
            log.error("Something could not be sent in a way that was not foreseen", e);
            return true;
        }
    }

    private synchronized @Nullable Waiting next() {
        Instant now = timers.now();
        forgetUntil(now);
        if (waiting.isEmpty()) {
            return null;
        }
        if (sent.size() < perWindow) {
            sent.addLast(now);
            return waiting.remove();
        }
        if (!timerSet) {
            timerSet = true;
            timers.after(Duration.between(now, sent.getFirst().plus(WINDOW)), this::wake);
        }
        return null;
    }

    private void forgetUntil(Instant now) {
        while (!sent.isEmpty() && !sent.getFirst().plus(WINDOW).isAfter(now)) {
            sent.removeFirst();
        }
    }

    private void wake() {
        synchronized (this) {
            timerSet = false;
        }
        drain();
    }

    private synchronized void giveBack() {
        sent.pollLast();
    }
}
