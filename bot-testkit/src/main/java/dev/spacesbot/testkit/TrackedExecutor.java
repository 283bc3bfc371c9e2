package dev.spacesbot.testkit;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs tasks on real threads, and tells when all have ended. */
final class TrackedExecutor implements Executor {

    private final ExecutorService threads;
    private int running;

    TrackedExecutor(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        count(1);
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                count(-1);
            }
        });
    }

    private synchronized void count(int tasks) {
        running += tasks;
        if (running == 0) {
            notifyAll();
        }
    }

    synchronized boolean idle() {
        return running == 0;
    }

    /** Waits until no task runs or waits; returns false where that takes longer than until {@code end}. */
    synchronized boolean awaitIdle(long end) throws InterruptedException {
        while (running > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    void close() {
        threads.shutdownNow();
    }
}
