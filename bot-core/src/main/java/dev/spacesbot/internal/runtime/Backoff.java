package dev.spacesbot.internal.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: any time up to a bound (full jitter, so that many bots do not come back at once),
 * and the bound grows.
 */
record Backoff(Duration first, Duration most, RandomGenerator random) {

    /** Shorter is not worth a line in the log. */
    private static final Duration LEAST = Duration.ofMillis(100);

    /** The part of an outage that a bot may add to it by waiting. */
    private static final int PART_OF_OUTAGE = 10;

    /** The wait before the next try after {@code failures} in a row; the bound doubles with each. */
    Duration after(int failures) {
        long bound = first.toMillis() << Math.min(20, Math.max(0, failures - 1));
        return upTo(Duration.ofMillis(bound));
    }

    /** The wait while nothing answers: a bot is back soon after a short outage and does not hurry after a long one. */
    Duration during(Duration outage) {
        return upTo(outage.dividedBy(PART_OF_OUTAGE));
    }

    private Duration upTo(Duration bound) {
        long millis = Math.max(first.toMillis(), Math.min(most.toMillis(), bound.toMillis()));
        return Duration.ofMillis(LEAST.toMillis() + random.nextLong(millis - LEAST.toMillis()));
    }
}
