package dev.spacesbot.internal.session;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions in a store, one for each person in each space. Safe for use by several threads. */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Store store;
    private final Timers timers;
    private final Supplier<Set<String>> steps;

    /** Sessions that are kept in {@code store} and expire by the clock of {@code timers}; {@code steps} are all there are. */
    public Sessions(Store store, Timers timers, Supplier<Set<String>> steps) {
        this.store = store;
        this.timers = timers;
        this.steps = steps;
    }

    /** Whether any handler answers during that step. */
    boolean hasStep(String step) {
        return steps.get().contains(step);
    }

    /** Somebody's session in a space, for one run of a handler. It is read when it is first used. */
    public StoredSession of(Space space, User user) {
        return new StoredSession(key(space.id(), user.id()), this);
    }

    /** The step that somebody is at in a space; empty where at none. One look into the store where there is no session. */
    public String step(String spaceId, String userId) {
        return find(key(spaceId, userId)).map(entry -> state(entry).step()).orElse("");
    }

    private static String key(String spaceId, String userId) {
        return "session/" + spaceId + "/" + userId;
    }

    Optional<Entry> find(String key) {
        return store.find(key, timers.now());
    }

    Timers timers() {
        return timers;
    }

    /** What an entry holds; nothing where it cannot be read: people must be able to go on. */
    static SessionState state(Entry entry) {
        try {
            return SessionState.parse(entry.json());
        } catch (SessionState.UnreadableException e) {
            log.error("{} is not read, and a fresh session begins: {}", entry.key(), e.getMessage());
            return SessionState.EMPTY;
        }
    }
}
