package dev.spacesbot.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers on daemon threads. Two of them, so that one task that waits for the service does not hold up the others. */
final class SystemTimers implements Timers {

    private static final Logger log = LoggerFactory.getLogger(SystemTimers.class);
    private static final int THREADS = 2;

    private final ScheduledThreadPoolExecutor executor;

    SystemTimers(String name) {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, name + "-timer");
            thread.setDaemon(true);
            return thread;
        };
        executor = new ScheduledThreadPoolExecutor(THREADS, threads);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRejectedExecutionHandler((task, pool) -> log.debug("A timer was set after the end and is dropped"));
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        ScheduledFuture<?> future =
                executor.schedule(() -> runLogged(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("A timer's task failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
