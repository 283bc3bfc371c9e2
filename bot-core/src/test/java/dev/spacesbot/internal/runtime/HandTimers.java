package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Time that a test moves by hand; what is due runs on the thread that moves it. */
public final class HandTimers implements Timers {

    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Queue<Due> tasks =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private Instant now = START;
    private long order;

    private record Due(Instant at, long order, Runnable task) {}

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay.isNegative() ? Duration.ZERO : delay), order++, task);
        tasks.add(due);
        return () -> {
            synchronized (this) {
                tasks.remove(due);
            }
        };
    }

    /** Lets time pass. */
    public void advance(Duration by) {
        Instant end = now().plus(by);
        for (Runnable task = next(end); task != null; task = next(end)) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next(Instant end) {
        Due due = tasks.peek();
        if (due == null || due.at().isAfter(end)) {
            now = end;
            return null;
        }
        tasks.remove();
        now = due.at();
        return due.task();
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }
}
