package dev.spacesbot.internal.work;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.schedule.Reminders;
import dev.spacesbot.internal.schedule.StoredSchedule;
import dev.spacesbot.internal.session.Sessions;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What handlers keep in a bot's store. Safe for use by several threads. */
public final class Ledger {

    private final Store store;
    private final Timers timers;
    private final Sessions sessions;
    private final Reminders reminders;

    /** Over a store, by the clock of {@code timers}; {@code reminders} run what is put off, {@code steps} are those of conversations. */
    public Ledger(Store store, Timers timers, Reminders reminders, Supplier<Set<String>> steps) {
        this.store = store;
        this.timers = timers;
        this.sessions = new Sessions(store, timers, steps);
        this.reminders = reminders;
    }

    /** Begins what one run of a handler in a space reads and changes; {@code user} is who set it off, or null. */
    public UnitOfWork begin(Space space, @Nullable User user) {
        return new UnitOfWork(this, space, user);
    }

    /** The step that somebody is at in a space; empty where at none. One look into the store where there is no session. */
    public String step(String spaceId, String userId) {
        return sessions.step(spaceId, userId);
    }

    Sessions sessions() {
        return sessions;
    }

    StoredSchedule schedule(Space space, @Nullable User user) {
        return new StoredSchedule(space, user, reminders, this::write);
    }

    /**
     * Keeps all of these changes or none.
     *
     * @throws IllegalStateException where another process has changed the same meanwhile, or there is too much to keep
     */
    public void write(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        if (!store.apply(changes, timers.now()) && !store.apply(upToDate(changes), timers.now())) {
            throw tooLate();
        }
        if (changes.stream().anyMatch(change -> change.entry().due() != null)) {
            reminders.plan();
        }
    }

    /** The same changes to what is there now, where that makes no difference to them. */
    private List<Change> upToDate(List<Change> changes) {
        List<Change> current = new ArrayList<>();
        for (Change change : changes) {
            Optional<Entry> kept = store.find(change.entry().key(), timers.now());
            long revision = kept.map(Entry::revision).orElse(0L);
            if (revision == change.entry().revision()) {
                current.add(change);
            } else if (change instanceof Change.Put put && kept.isEmpty()) {
                // It has expired while the handler was at work with it.
                Entry entry = put.entry();
                current.add(new Change.Put(Entry.of(entry.key(), entry.json())
                        .expiring(entry.expires())
                        .due(entry.due())));
            } else if (change instanceof Change.Remove
                    && kept.isPresent()
                    && kept.get().due() != null) {
                // A reminder changes its revision when somebody is about to run it; then it is too late to forget it
                // only
                // where the run has begun, and that is known already.
                current.add(new Change.Remove(kept.get()));
            } else if (kept.isPresent()) {
                throw tooLate();
            }
        }
        return current;
    }

    private static IllegalStateException tooLate() {
        return new IllegalStateException("Another process has changed the same session meanwhile; nothing was kept");
    }
}
