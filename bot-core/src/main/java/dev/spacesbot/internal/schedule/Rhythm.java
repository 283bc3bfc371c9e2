package dev.spacesbot.internal.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The times at which something happens again and again. Its text tells one rhythm from another. */
public sealed interface Rhythm permits Rhythm.Every, CronTimes {

    /** The first time after that one; empty where there is none any more. */
    Optional<Instant> next(Instant after);

    /** The first time after {@code now}, {@code last} having been one. */
    default Optional<Instant> next(Instant last, Instant now) {
        return next(now.isAfter(last) ? now : last);
    }

    /** Always after the same span, which is at least a second. */
    record Every(Duration span) implements Rhythm {

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(span));
        }

        @Override
        public Optional<Instant> next(Instant last, Instant now) {
            long passed = now.isAfter(last) ? Duration.between(last, now).dividedBy(span) : 0;
            return next(last.plus(span.multipliedBy(passed)));
        }

        @Override
        public String toString() {
            return "every " + span;
        }
    }
}
