package dev.spacesbot.internal.journal;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What letters are found by, in the order in which they are written. Safe for use by several threads. */
final class LetterKeys {

    private static final Logger log = LoggerFactory.getLogger(LetterKeys.class);

    /** Room for so many in a millisecond before the keys run ahead of the clock. */
    private static final int WITHIN_A_MILLISECOND = 1 << 20;

    private final AtomicLong order = new AtomicLong();

    /** From now on, keys come after this one that is kept: the clock may have been put back since. */
    void after(String key) {
        try {
            order.accumulateAndGet(Long.parseLong(key.substring(Keys.REPLY.length())), Math::max);
        } catch (NumberFormatException e) {
            log.debug("{} is none of a bot's keys", key);
        }
    }

    String next(Instant now) {
        long number = order.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() * WITHIN_A_MILLISECOND));
        return Keys.REPLY + String.format("%019d", number);
    }
}
