package dev.spacesbot.internal.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What time it is by the service's clock, from the {@code Date} of its answers and what has passed since. A jump of this
 * machine's clock does not move it. Safe for use by several threads.
 */
final class ServiceClock {

    /** A {@code Date} has no fractions. */
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final InstantSource local;
    private @Nullable Instant known;
    private long knownAt;

    /** {@code nanos} only ever goes on; {@code local} tells the time until the service has. */
    ServiceClock(LongSupplier nanos, InstantSource local) {
        this.nanos = nanos;
        this.local = local;
    }

    static ServiceClock system() {
        return new ServiceClock(System::nanoTime, InstantSource.system());
    }

    /** The moment of a question, for {@link #told}. */
    long moment() {
        return nanos.getAsLong();
    }

    /**
     * Takes what an answer says. What was known stays where the answer allows it, so that its whole seconds do not make the
     * time go back and forth.
     *
     * @param date the header; whatever is none is passed over
     * @param asked when the question was put
     */
    synchronized void told(@Nullable String date, long asked) {
        Instant earliest = read(date);
        if (earliest == null) {
            return;
        }
        long heard = nanos.getAsLong();
        Instant latest = earliest.plus(RESOLUTION).plusNanos(Math.max(0, heard - asked));
        Instant expected = known == null ? earliest : known.plusNanos(heard - knownAt);
        if (expected.isBefore(earliest)) {
            expected = earliest;
        }
        known = expected.isAfter(latest) ? latest : expected;
        knownAt = heard;
    }

    /** The time; that of this machine until the service has told its own. */
    synchronized Instant now() {
        return known == null ? local.instant() : known.plusNanos(nanos.getAsLong() - knownAt);
    }

    /** Reads a time as HTTP headers have it; null where it is none. */
    static @Nullable Instant read(@Nullable String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
