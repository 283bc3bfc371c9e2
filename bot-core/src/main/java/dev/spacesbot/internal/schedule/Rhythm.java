package dev.spacesbot.internal.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The times at which something happens again and again. */
public sealed interface Rhythm permits Rhythm.Every, CronTimes {

    /** The first time after that one; empty where there is none any more. */
    Optional<Instant> next(Instant after);

    /** Always after the same span, which is at least a second. */
    record Every(Duration span) implements Rhythm {

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(span));
        }
    }
}
