package dev.spacesbot.internal.work;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store in memory that counts how often it is asked, and writes down what it is asked to change. */
final class CountingStore implements Store {

    private final Store store = Store.inMemory();
    private int reads;
    private int writes;

    @Override
    public Optional<Entry> find(String key, Instant now) {
        reads++;
        return store.find(key, now);
    }

    @Override
    public boolean apply(List<Change> changes, Instant now) {
        writes++;
        return store.apply(changes, now);
    }

    @Override
    public List<Entry> all(String prefix, Instant now) {
        return store.all(prefix, now);
    }

    @Override
    public List<Entry> soonest(int most) {
        return store.soonest(most);
    }

    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }
}
