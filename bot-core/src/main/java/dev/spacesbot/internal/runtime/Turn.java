package dev.spacesbot.internal.runtime;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.dispatch.Context;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.people.People;
import dev.spacesbot.internal.work.UnitOfWork;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** One occasion being handled, and what the bot offers for it to one handler after the other. Used by one thread at a time. */
final class Turn implements Context {

    private final Occasion occasion;
    private final Facilities facilities;
    private @Nullable UnitOfWork work;

    Turn(Occasion occasion, Facilities facilities) {
        this.occasion = occasion;
        this.facilities = facilities;
    }

    Occasion occasion() {
        return occasion;
    }

    @Override
    public Spaces spaces() {
        return facilities.spaces();
    }

    @Override
    public People people() {
        return facilities.people();
    }

    @Override
    public ZonedDateTime now() {
        return facilities.timers().now().atZone(facilities.zone());
    }

    @Override
    public String step() {
        Space space = occasion.space();
        User sender = occasion.sender();
        return space == null || sender == null ? "" : facilities.ledger().step(space.id(), sender.id());
    }

    @Override
    public Session session() {
        return work().session();
    }

    @Override
    public Schedule schedule() {
        return work().schedule();
    }

    private UnitOfWork work() {
        if (work == null) {
            Space space = occasion.space();
            if (space == null) {
                throw new IllegalStateException("This runs for no space, so nothing is kept or put off for one");
            }
            work = facilities.ledger().begin(space, occasion.sender());
        }
        return work;
    }

    /** Whether the handler may have changed something that is to be kept. */
    boolean hasWork() {
        return work != null;
    }

    /** A handler is through: keeps what it changed. */
    void commit() {
        UnitOfWork done = work;
        work = null;
        if (done != null) {
            done.commit();
        }
    }

    /** A handler has failed: what it changed is forgotten. */
    void rollBack() {
        UnitOfWork failed = work;
        work = null;
        if (failed != null) {
            failed.rollBack();
        }
    }
}
