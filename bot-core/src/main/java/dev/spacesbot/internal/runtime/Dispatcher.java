package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.dispatch.Router;
import dev.spacesbot.internal.guard.LoopGuard;
import dev.spacesbot.internal.journal.Letter;
import dev.spacesbot.internal.journal.Receipt;
import dev.spacesbot.store.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles one event: finds its handlers, runs them, keeps what they changed, and mails their replies. */
final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Router router;
    private final Mail mail;
    private final Facilities facilities;
    private final Suspects suspects;
    private final LoopGuard loops;
    private final Observer observer;
    private final Supplier<@Nullable User> self;

    /** The same over other handlers; it counts what the one before has said with what it says itself. */
    private Dispatcher(Dispatcher before, Router router) {
        this.router = router;
        this.mail = before.mail;
        this.facilities = before.facilities;
        this.suspects = before.suspects;
        this.loops = before.loops;
        this.observer = before.observer;
        this.self = before.self;
    }

    Dispatcher(Router router, Mail mail, Facilities facilities, Observer observer, Supplier<@Nullable User> self) {
        this.router = router;
        this.mail = mail;
        this.facilities = facilities;
        this.suspects = new Suspects(facilities.ledger(), facilities.surroundings());
        this.loops = new LoopGuard(facilities.rules().loopGuard());
        this.observer = observer;
        this.self = self;
    }

    /** One for what comes from now on, while this one finishes what it has begun. */
    Dispatcher over(Router other) {
        return new Dispatcher(this, other);
    }

    /** Which handler takes what. */
    Router router() {
        return router;
    }

    /**
     * Handles an event. Never throws.
     *
     * @param late whether it was found in the history
     * @return null where that is done, else a stage that completes once it is
     */
    @Nullable
    CompletionStage<?> handle(SpaceEvent event, boolean late) {
        Receipt receipt =
                event instanceof Presence ? null : facilities.journal().receipt(event);
        Turn turn = new Turn(Occasion.of(event), facilities, receipt, late);
        if (receipt != null) {
            observer.received(event, late);
        }
        if (receipt == null || !receipt.isSuspect()) {
            return LogContext.during(turn.occasion(), () -> handle(event, turn));
        }
        try {
            CompletionStage<?> rest = suspects.handle(
                    event, receipt, () -> LogContext.during(turn.occasion(), () -> handle(event, turn)));
            return rest == null
                    ? null
                    : rest.whenComplete((done, error) -> {
                        if (error != null) {
                            refused(turn, cause(error));
                        }
                    });
        } catch (RuntimeException e) {
            refused(turn, e);
            return null;
        }
    }

    private void refused(Turn turn, Throwable error) {
        observer.parked();
        apologize(turn, "Handling what may have ended a process", error, answers(turn, ""));
    }

    private @Nullable CompletionStage<?> handle(SpaceEvent event, Turn turn) {
        if (loops.silences(event, facilities.timers().now())) {
            turn.pass();
            observer.passedOver(event, () -> "The loop guard is up: this sender gets no more answers for a while.");
            observer.handled(event, List.of());
            return null;
        }
        List<Invocation> invocations = route(event, turn);
        int last = invocations.size() - 1;
        if (turn.done() > last) {
            turn.pass();
        }
        CompletionStage<?> rest = null;
        for (int i = turn.done(); i <= last; i++) {
            Invocation invocation = invocations.get(i);
            boolean isLast = i == last;
            rest = rest == null
                    ? run(turn, invocation, isLast)
                    : rest.thenCompose(done -> orDone(run(turn, invocation, isLast)));
        }
        if (rest == null) {
            handled(event, invocations);
            return null;
        }
        return rest.thenRun(() -> handled(event, invocations));
    }

    /** What a store that fails would tell of the conversation's step is not known, so nothing answers. */
    private List<Invocation> route(SpaceEvent event, Turn turn) {
        try {
            return router.route(event, self.get(), turn);
        } catch (RuntimeException e) {
            apologize(turn, "Finding the handler", e, answers(turn, ""));
            return List.of();
        }
    }

    /**
     * Keeps a reply, and with it another change, then sends it.
     *
     * @return completes once the service has it, or will never have it, which is told
     * @throws RuntimeException where neither can be kept; then it is not sent
     */
    CompletableFuture<String> say(Occasion occasion, String handler, Reply reply, Change also) {
        Letter letter = mail.letter(occasion, reply);
        List<Change> changes = new ArrayList<>(List.of(also));
        changes.addAll(letter == null ? List.of() : facilities.journal().put(letter));
        facilities.ledger().write(changes);
        return letter == null ? CompletableFuture.completedFuture("") : mail.post(letter, occasion, handler);
    }

    /** Runs a handler on an occasion that is no event; returns as {@link #handle} does. */
    @Nullable
    CompletionStage<?> run(Invocation invocation, Occasion occasion) {
        return run(invocation, occasion, List.of());
    }

    /** The same; {@code also} is to be kept with what the handler changes. */
    @Nullable
    CompletionStage<?> run(Invocation invocation, Occasion occasion, List<Change> also) {
        return LogContext.during(occasion, () -> run(new Turn(occasion, facilities, also), invocation, true));
    }

    private void handled(SpaceEvent event, List<Invocation> invocations) {
        if (invocations.isEmpty()) {
            observer.passedOver(event, () -> router.silence(event, self.get()));
        }
        observer.handled(event, invocations.stream().map(Invocation::handler).toList());
    }

    private @Nullable CompletionStage<?> run(Turn turn, Invocation invocation, boolean last) {
        long begun = System.nanoTime();
        CompletionStage<?> rest = invoke(turn, invocation, last);
        if (rest == null) {
            ran(invocation, begun);
            return null;
        }
        return rest.whenComplete((done, error) -> ran(invocation, begun));
    }

    private void ran(Invocation invocation, long begun) {
        observer.ran(invocation.handler(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private @Nullable CompletionStage<?> invoke(Turn turn, Invocation invocation, boolean last) {
        turn.begins(last);
        Answers answers = answers(turn, invocation.handler());
        try {
            if (turn.skips(invocation)) {
                log.debug("{} leaves out what was said before", invocation.handler());
                answers.complete();
                return null;
            }
            CompletionStage<?> rest = invocation.run(turn.occasion(), turn, answers);
            if (rest == null) {
                answers.complete();
                return null;
            }
            // What takes its time may say so meanwhile.
            answers.takesTime();
            return rest.thenRun(answers::complete)
                    .handle((done, error) ->
                            error == null ? orDone(null) : orDone(failed(turn, invocation, cause(error), answers)))
                    .thenCompose(stage -> stage);
        } catch (Throwable error) {
            // Whatever a handler throws, Errors included, the next message is handled.
            return failed(turn, invocation, error, answers);
        }
    }

    private Answers answers(Turn turn, String handler) {
        Occasion occasion = turn.occasion();
        return new Answers(turn, reply -> mail.letter(occasion, reply), letter -> {
            if (occasion.event() != null) {
                loops.answered(occasion.event(), facilities.timers().now());
            }
            var unused = mail.post(letter, occasion, handler);
        });
    }

    /** Lets the author's own handler for such an error answer, where there is one. */
    private @Nullable CompletionStage<?> failed(Turn turn, Invocation invocation, Throwable error, Answers answers) {
        if (turn.hasWork()) {
            answers.discard();
        }
        turn.rollBack();
        Occasion occasion = turn.occasion();
        Invocation handler = router.error(error).orElse(null);
        if (handler == null) {
            apologize(turn, invocation.handler(), error, answers);
            return null;
        }
        log.warn(
                "{} failed on {}, which {} answers: {}",
                invocation.handler(),
                occasion.inWords(),
                handler.handler(),
                error.toString());
        try {
            CompletionStage<?> rest = handler.run(occasion.failed(error), turn, answers);
            if (rest == null) {
                answers.complete();
                return null;
            }
            return rest.thenRun(answers::complete).exceptionally(again -> {
                apologize(turn, handler.handler(), cause(again), answers);
                return null;
            });
        } catch (Throwable again) {
            apologize(turn, handler.handler(), again, answers);
            return null;
        }
    }

    private void apologize(Turn turn, String handler, Throwable error, Answers answers) {
        turn.rollBack();
        Optional<Reply> apology = mail.apologies().failed(turn.occasion(), handler, error);
        try {
            apology.ifPresent(answers);
            answers.complete();
        } catch (RuntimeException e) {
            log.error(
                    "That {} is handled could not be kept; the next start may handle it again",
                    turn.occasion().inWords(),
                    e);
            answers.sendAnyway();
        }
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static CompletionStage<?> orDone(@Nullable CompletionStage<?> stage) {
        return stage == null ? CompletableFuture.completedFuture(null) : stage;
    }
}
