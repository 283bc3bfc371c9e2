package dev.spacesbot.internal.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much is left to do, and waiting for it to be done. Safe for use by several threads. */
public final class Count {

    private int value;

    Count() {}

    /** How much is left. */
    public synchronized int get() {
        return value;
    }

    synchronized void add(int more) {
        value += more;
        if (value == 0) {
            notifyAll();
        }
    }

    /** Waits until nothing is left; returns false where that takes too long. */
    public synchronized boolean awaitZero(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (value > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
