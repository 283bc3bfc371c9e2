package dev.spacesbot.internal.work;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.schedule.StoredSchedule;
import dev.spacesbot.internal.session.StoredSession;
import dev.spacesbot.store.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a handler reads and changes. Nothing is read before the handler asks for it, and nothing is changed before
 * {@link #commit}: a handler that throws leaves everything as it was. Safe for use by several threads.
 */
public final class UnitOfWork {

    private final Ledger ledger;
    private final Space space;
    private final @Nullable User user;
    private @Nullable StoredSession session;
    private @Nullable StoredSchedule schedule;

    UnitOfWork(Ledger ledger, Space space, @Nullable User user) {
        this.ledger = ledger;
        this.space = space;
        this.user = user;
    }

    /**
     * The session of whoever set off the run, in its space.
     *
     * @throws IllegalStateException where nobody did
     */
    public synchronized Session session() {
        if (user == null) {
            throw new IllegalStateException("Nobody set this off, so there is nobody's session");
        }
        session = session == null ? ledger.sessions().of(space, user) : session;
        return session;
    }

    /** What puts something off in the space of the run. */
    public synchronized Schedule schedule() {
        schedule = schedule == null ? ledger.schedule(space, user) : schedule;
        return schedule;
    }

    /** Keeps what was changed, and nothing else. */
    public void commit() {
        commit(List.of());
    }

    /**
     * Keeps what was changed, and {@code more} with it; to be called once the handler is through, and what it returned, too. From now on the session
     * refuses changes, and what is put off is put off at once.
     *
     * @throws IllegalStateException where another process has changed the same session meanwhile, or there is too much to keep
     */
    public void commit(List<Change> more) {
        List<Change> changes = close();
        changes.addAll(more);
        ledger.write(changes);
    }

    /** Forgets what was changed. From now on it is as after {@link #commit}. */
    public synchronized void rollBack() {
        if (session != null) {
            session.discard();
        }
        if (schedule != null) {
            schedule.close();
        }
    }

    private synchronized List<Change> close() {
        List<Change> changes = new ArrayList<>();
        if (session != null) {
            session.close().ifPresent(changes::add);
        }
        if (schedule != null) {
            changes.addAll(schedule.close());
        }
        return changes;
    }
}
