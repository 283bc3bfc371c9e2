package dev.spacesbot.internal.journal;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What letters are found by, in the order in which they are written. Safe for use by several threads. */
final class LetterKeys {

    /** Room for so many in a millisecond before the keys run ahead of the clock. */
    private static final int WITHIN_A_MILLISECOND = 1 << 20;

    private final AtomicLong order = new AtomicLong();

    String next(Instant now) {
        long number = order.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() * WITHIN_A_MILLISECOND));
        return Keys.REPLY + String.format("%019d", number);
    }
}
