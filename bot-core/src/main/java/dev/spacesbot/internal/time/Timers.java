package dev.spacesbot.internal.time;

import java.time.Duration;
import java.time.Instant;

/** The time, and tasks for later. One implementation follows the machine's clock, a test's follows the test. */
public interface Timers extends AutoCloseable {

    /** The time now. */
    Instant now();

    /** Runs {@code task} once {@code delay} has passed. A task that throws is logged and harms no other. */
    Timer after(Duration delay, Runnable task);

    /** Forgets every task that has not begun. */
    @Override
    void close();

    /** The machine's clock, and threads named after {@code name}. */
    static Timers system(String name) {
        return new SystemTimers(name);
    }

    /** A task for later. */
    interface Timer {

        /** Forgets the task, unless it has begun. */
        void cancel();
    }
}
