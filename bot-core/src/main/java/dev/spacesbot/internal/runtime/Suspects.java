package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.journal.Receipt;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.work.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Looks out for events of which processes die. After a process that did, what may have been at work then is counted before it
 * is handled; what was counted before is handled while no other of these is, so that it is not blamed for another, and
 * later each time; and what was counted too often is not handled again. Safe for use by several threads.
 */
final class Suspects {

    /**
     * In how many processes that died it must have been at work. The first time it was one of many, and a process that is killed
     * from outside just then, again and again, says nothing about a message.
     */
    private static final int MOST_ATTEMPTS = 4;

    /** How many times as long it must be calm before what was counted that often is handled. */
    private static final List<Integer> CALMS = List.of(0, 0, 1, 4);

    private final Ledger ledger;
    private final Executor handlers;
    private final Timers timers;
    private final Duration calm;
    private CompletableFuture<?> alone = CompletableFuture.completedFuture(null);

    Suspects(Ledger ledger, Surroundings surroundings) {
        this.ledger = ledger;
        this.handlers = surroundings.handlers();
        this.timers = surroundings.timers();
        this.calm = surroundings.calm();
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
        return calm(calm.multipliedBy(CALMS.get(receipt.attempts()))).thenCompose(done -> alone(receipt, run));
    }

    /** A process that is killed from outside every few seconds does not live that long: no message is blamed for that. */
    private CompletionStage<?> calm(Duration time) {
        CompletableFuture<Object> over = new CompletableFuture<>();
        if (time.isZero()) {
            over.complete("");
        } else {
            timers.after(time, () -> over.complete(""));
        }
        return over;
    }

    private CompletionStage<?> alone(Receipt receipt, Lanes.Turn run) {
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
