package dev.spacesbot.internal.schedule;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that can be out of order. */
final class FailingStore implements Store {

    final Store inner = Store.inMemory();
    boolean broken;

    private Store store() {
        if (broken) {
            throw new IllegalStateException("The database is away");
        }
        return inner;
    }

    @Override
    public Optional<Entry> find(String key, Instant now) {
        return store().find(key, now);
    }

    @Override
    public boolean apply(List<Change> changes, Instant now) {
        return store().apply(changes, now);
    }

    @Override
    public List<Entry> all(String prefix, Instant now) {
        return store().all(prefix, now);
    }

    @Override
    public List<Entry> soonest(int most) {
        return store().soonest(most);
    }
}
