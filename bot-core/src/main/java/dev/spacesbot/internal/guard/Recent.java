package dev.spacesbot.internal.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers a value for each key until a time has passed, and no more than {@value #MOST} of them: where strangers make up
 * keys, the oldest are forgotten early. Not safe for use by several threads.
 */
final class Recent<V> {

    /** What a day of busy spaces does not reach, and a few megabytes hold. */
    static final int MOST = 10_000;

    private final Duration kept;
    private final boolean renewed;
    private final Map<String, Kept<V>> values = new LinkedHashMap<>();

    private record Kept<V>(V value, Instant at) {}

    /** {@code renewed} whether asking for a value keeps it for longer. */
    Recent(Duration kept, boolean renewed) {
        this.kept = kept;
        this.renewed = renewed;
    }

    /** The value of a key, made where none is remembered. */
    V get(String key, Instant now, Supplier<V> fresh) {
        forget(now);
        Kept<V> before = values.get(key);
        Kept<V> known = before == null || isOver(before, now) ? null : before;
        if (known != null && !renewed) {
            return known.value();
        }
        V value = known == null ? fresh.get() : known.value();
        // Taken out first, so that the map keeps the order of the times.
        values.remove(key);
        values.put(key, new Kept<>(value, now));
        return value;
    }

    int size() {
        return values.size();
    }

    private void forget(Instant now) {
        Iterator<Kept<V>> oldest = values.values().iterator();
        while (oldest.hasNext()) {
            if (!isOver(oldest.next(), now) && values.size() < MOST) {
                return;
            }
            oldest.remove();
        }
    }

    /** What is from further ahead than that comes from a clock that was wrong, and nobody shall wait until it is right. */
    private boolean isOver(Kept<V> value, Instant now) {
        return Duration.between(value.at(), now).abs().compareTo(kept) >= 0;
    }
}
