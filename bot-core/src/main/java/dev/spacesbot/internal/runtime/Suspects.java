package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.journal.Receipt;
import dev.spacesbot.internal.work.Ledger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Looks out for events of which processes die. After a process that did, what may have been at work then is counted before it
 * is handled; what was counted before is handled while no other of these is, so that it is not blamed for another; and what
 * was counted too often is not handled again. Safe for use by several threads.
 */
final class Suspects {

    /**
     * In how many processes that died it must have been at work. The first time it was one of many, and a process that is killed
     * from outside just then, again and again, says nothing about a message: to be blamed for that three more times while it is
     * alone for some milliseconds takes more bad luck than there is.
     */
    private static final int MOST_ATTEMPTS = 4;

    private final Ledger ledger;
    private final Executor handlers;
    private CompletableFuture<?> alone = CompletableFuture.completedFuture(null);

    Suspects(Ledger ledger, Executor handlers) {
        this.ledger = ledger;
        this.handlers = handlers;
    }

    /** Where an event has ended processes: why it is not handled again. */
    static final class Poison extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Poison(SpaceEvent event) {
            super("Message " + event.id() + " was being handled when " + MOST_ATTEMPTS
                    + " processes died, so it is not handled again");
        }
    }

    /**
     * Handles an event with care.
     *
     * @param run handles it; not called where it has ended processes
     * @return null where that is done, else a stage that completes once it is
     * @throws Poison where it has ended processes
     */
    @Nullable
    CompletionStage<?> handle(SpaceEvent event, Receipt receipt, Lanes.Turn run) {
        if (receipt.attempts() >= MOST_ATTEMPTS) {
            Poison poison = new Poison(event);
            receipt.park(poison.getMessage() + "");
            throw poison;
        }
        if (receipt.attempts() == 0) {
            return counted(receipt, run);
        }
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<?> before;
        synchronized (this) {
            before = alone;
            alone = mine;
        }
        return before.thenComposeAsync(done -> orDone(counted(receipt, run)), handlers)
                .whenComplete((done, error) -> mine.complete(""));
    }

    private @Nullable CompletionStage<?> counted(Receipt receipt, Lanes.Turn run) {
        ledger.write(receipt.attempt());
        receipt.kept();
        return run.run();
    }

    private static CompletionStage<?> orDone(@Nullable CompletionStage<?> stage) {
        return stage == null ? CompletableFuture.completedFuture(null) : stage;
    }
}
