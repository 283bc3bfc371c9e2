package dev.spacesbot.config;

import java.time.Duration;

/**
 * How much of what was said while a bot was away it answers when it is back.
 *
 * @param maxAge what is older is passed over
 * @param maxMessages of what was missed in one space, so many at most; older ones are passed over
 */
public record CatchUpRules(Duration maxAge, int maxMessages) {

    /** A day, and ten thousand messages. */
    public static CatchUpRules defaults() {
        return new CatchUpRules(Duration.ofDays(1), 10_000);
    }
}
