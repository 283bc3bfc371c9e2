package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the table holds under a key. Times are nanoseconds since 1970: an {@link Instant} comes back as it went in. */
record Row(
        long revision,
        String json,
        @Nullable Long expires,
        @Nullable Long due) {

    private static final long BILLION = 1_000_000_000;
    private static final Instant FIRST = instant(Long.MIN_VALUE);
    private static final Instant LAST = instant(Long.MAX_VALUE);

    static Row of(Entry entry) {
        return new Row(
                entry.revision(), Texts.storable(entry.json()), nanosOrNull(entry.expires()), nanosOrNull(entry.due()));
    }

    Entry entry(String key) {
        return new Entry(key, revision, json, instantOrNull(expires), instantOrNull(due));
    }

    boolean hasExpired(Instant now) {
        return expires != null && expires <= nanos(now);
    }

    /** What is before the year 1677 or after 2262 becomes the first or last instant that can be told. */
    static long nanos(Instant time) {
        if (time.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return time.isAfter(LAST) ? Long.MAX_VALUE : sum(time);
    }

    private static long sum(Instant time) {
        // The seconds of the first instant alone, times a billion, are out of a long's range; the sum is not.
        return time.getEpochSecond() < 0
                ? Math.addExact(Math.multiplyExact(time.getEpochSecond() + 1, BILLION), time.getNano() - BILLION)
                : Math.addExact(Math.multiplyExact(time.getEpochSecond(), BILLION), time.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, BILLION), Math.floorMod(nanos, BILLION));
    }

    private static @Nullable Long nanosOrNull(@Nullable Instant time) {
        return time == null ? null : nanos(time);
    }

    private static @Nullable Instant instantOrNull(@Nullable Long nanos) {
        return nanos == null ? null : instant(nanos);
    }
}
