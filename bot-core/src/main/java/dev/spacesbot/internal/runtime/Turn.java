package dev.spacesbot.internal.runtime;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.dispatch.Context;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.journal.Letter;
import dev.spacesbot.internal.journal.Receipt;
import dev.spacesbot.internal.people.People;
import dev.spacesbot.internal.work.UnitOfWork;
import dev.spacesbot.store.Change;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One occasion being handled, and what the bot offers for it to one handler after the other. Used by one thread at a time. */
final class Turn implements Context {

    private final Occasion occasion;
    private final Facilities facilities;
    private final @Nullable Receipt receipt;
    private final boolean late;
    private final List<Change> also;
    private @Nullable UnitOfWork work;
    private boolean last = true;

    /** On an event, found in the history where it is {@code late}; {@code receipt} is null where it has none. */
    Turn(Occasion occasion, Facilities facilities, @Nullable Receipt receipt, boolean late) {
        this(occasion, facilities, receipt, late, List.of());
    }

    /** On an occasion that is no event; {@code also} is to be kept with what the handler changes. */
    Turn(Occasion occasion, Facilities facilities, List<Change> also) {
        this(occasion, facilities, null, false, also);
    }

    private Turn(Occasion occasion, Facilities facilities, @Nullable Receipt receipt, boolean late, List<Change> also) {
        this.occasion = occasion;
        this.facilities = facilities;
        this.receipt = receipt;
        this.late = late;
        this.also = also;
    }

    /** How many handlers of this occasion were through when another process ended. */
    int done() {
        return receipt == null ? 0 : receipt.done();
    }

    /** A handler begins, {@code last} for the last one of this occasion. */
    void begins(boolean last) {
        this.last = last;
    }

    /** Whether a handler leaves this occasion out. */
    boolean skips(Invocation invocation) {
        return late && invocation.skipsLate();
    }

    /** Whether what it says now was said before another process ended. */
    boolean repeats() {
        return receipt != null && receipt.repeats();
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

    /** No handler takes the occasion. */
    void pass() {
        if (receipt != null) {
            facilities.journal().keepSoon(receipt.through(true));
            receipt.kept();
        }
    }

    /** Keeps what a handler says that is not through. */
    void keep(List<Letter> letters) {
        List<Change> changes = puts(letters);
        if (receipt != null) {
            changes.addAll(receipt.said(letters.size()));
        }
        facilities.ledger().write(changes);
        if (receipt != null) {
            receipt.kept();
        }
    }

    /** A handler is through: keeps that it is, what it changed, and what it says. */
    void commit(List<Letter> letters) {
        UnitOfWork done = work;
        List<Change> changes = puts(letters);
        changes.addAll(also);
        if (receipt != null) {
            changes.addAll(receipt.through(last));
        }
        if (done != null) {
            done.commit(changes);
        } else {
            facilities.ledger().write(changes);
        }
        work = null;
        if (receipt != null) {
            receipt.kept();
        }
    }

    private List<Change> puts(List<Letter> letters) {
        List<Change> changes = new ArrayList<>();
        letters.forEach(letter -> changes.addAll(facilities.journal().put(letter)));
        return changes;
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
