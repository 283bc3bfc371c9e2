package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a database can be used, and the waiting while it cannot. Safe for use by several threads. */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;
    private static final int DOUBLINGS = 6;

    private final Storage storage;
    private final String use;
    private final CountDownLatch closing;
    private volatile @Nullable String reason;

    /**
     * Begins as usable.
     *
     * @param use what it is used for: what cannot be done while it is away
     * @param closing ends all waiting
     */
    Outage(Storage storage, String use, CountDownLatch closing) {
        this.storage = storage;
        this.use = use;
        this.closing = closing;
    }

    /** Why it cannot be used; empty where it can. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** It was used. */
    void over() {
        if (reason != null && clear()) {
            log.info("{} can be {} again", storage.shownUrl(), use);
        }
    }

    /**
     * Waits before another try.
     *
     * @param tries how many failed so far, this one included
     * @return false where there is none to be, as the store is being closed
     */
    boolean waitAfter(Throwable failure, int tries) {
        String why = Failures.text(failure, storage);
        String text = storage.shownUrl() + " cannot be " + use + ": " + why;
        if (replace(text) == null) {
            log.warn("{}. Handling waits until it can", text);
        }
        long millis = Math.min(FIRST_MILLIS << Math.min(tries - 1, DOUBLINGS), LONGEST_MILLIS);
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody interrupts the threads of a store but whoever ends the process.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized @Nullable String replace(String text) {
        String before = reason;
        reason = text;
        return before;
    }

    private synchronized boolean clear() {
        boolean was = reason != null;
        reason = null;
        return was;
    }
}
