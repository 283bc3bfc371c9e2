package dev.spacesbot.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until somebody moves it, for tests and the testkit. What is due runs on the thread that moves it.
 * Safe for use by several threads.
 */
public final class HandTimers implements Timers {

    /** When it begins: a Monday, 9:00 UTC. */
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
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        tasks.remove(due);
    }

    /** Lets time pass: whatever falls due runs, in order. */
    public void advance(Duration time) {
        advance(time, () -> {});
    }

    /** The same, running {@code between} after each task: for what must come to its end before the next. */
    public void advance(Duration time, Runnable between) {
        Instant end = now().plus(time);
        for (Runnable task = next(end); task != null; task = next(end)) {
            task.run();
            between.run();
        }
    }

    /** Moves to the next task at or before {@code end} and returns it; else moves to {@code end} and returns null. */
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
