package dev.spacesbot.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store in memory, within bounds. Safe for use by several threads; reading waits for nobody. */
final class MemoryStore implements Store {

    static final long MOST = 64_000_000;

    /** What an entry takes besides its texts, in characters, roughly. */
    private static final int OVERHEAD = 200;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final NavigableSet<Entry> expiring = new TreeSet<>(by(Entry::expires));
    private final NavigableSet<Entry> due = new TreeSet<>(by(Entry::due));
    private final long most;
    private long size;
    private long lasting;

    private interface Time {
        @Nullable
        Instant of(Entry entry);
    }

    /** Holds at most so many characters. */
    MemoryStore(long most) {
        this.most = most;
    }

    private static Comparator<Entry> by(Time time) {
        // What has no such time is never put into the set.
        return Comparator.comparing(
                        (Entry entry) -> Optional.ofNullable(time.of(entry)).orElse(Instant.MAX))
                .thenComparing(Entry::key);
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public Optional<Entry> find(String key, Instant now) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> !hasExpired(entry, now));
    }

    @Override
    public List<Entry> all(String prefix, Instant now) {
        return entries.values().stream()
                .filter(entry -> entry.key().startsWith(prefix) && !hasExpired(entry, now))
                .sorted(Comparator.comparing(Entry::key))
                .toList();
    }

    @Override
    public synchronized boolean apply(List<Change> changes, Instant now) {
        while (!expiring.isEmpty() && hasExpired(expiring.first(), now)) {
            remove(expiring.first());
        }
        if (!changes.stream().allMatch(this::isUpToDate)) {
            return false;
        }
        refuseTooMuch(changes);
        for (Change change : changes) {
            Entry before = entries.get(change.entry().key());
            if (before != null) {
                remove(before);
            }
            if (change instanceof Change.Put put) {
                add(put.entry().kept());
            }
        }
        while (size > most && !expiring.isEmpty()) {
            remove(expiring.first());
        }
        return true;
    }

    @Override
    public synchronized List<Entry> soonest(int most) {
        return due.stream().limit(most).toList();
    }

    private static boolean hasExpired(Entry entry, Instant now) {
        return entry.expires() != null && !entry.expires().isAfter(now);
    }

    private boolean isUpToDate(Change change) {
        Entry kept = entries.get(change.entry().key());
        return (kept == null ? 0 : kept.revision()) == change.entry().revision();
    }

    /** What expires can make room; what does not must be refused, and before anything is changed. */
    private void refuseTooMuch(List<Change> changes) {
        long after = lasting;
        for (Change change : changes) {
            Entry before = entries.get(change.entry().key());
            after -= before == null ? 0 : lasting(before);
            after += change instanceof Change.Put put ? lasting(put.entry()) : 0;
        }
        if (after > most && after > lasting) {
            throw new IllegalStateException("The store in memory is full: it holds " + lasting
                    + " characters that do not expire, and " + most + " are allowed");
        }
    }

    private void add(Entry entry) {
        entries.put(entry.key(), entry);
        size += size(entry);
        lasting += lasting(entry);
        if (entry.expires() != null) {
            expiring.add(entry);
        }
        if (entry.due() != null) {
            due.add(entry);
        }
    }

    private void remove(Entry entry) {
        entries.remove(entry.key());
        size -= size(entry);
        lasting -= lasting(entry);
        if (entry.expires() != null) {
            expiring.remove(entry);
        }
        if (entry.due() != null) {
            due.remove(entry);
        }
    }

    private static long size(Entry entry) {
        return (long) entry.key().length() + entry.json().length() + OVERHEAD;
    }

    private static long lasting(Entry entry) {
        return entry.expires() == null ? size(entry) : 0;
    }
}
