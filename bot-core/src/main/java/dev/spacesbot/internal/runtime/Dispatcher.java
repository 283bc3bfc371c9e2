package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.dispatch.Router;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Handles one event: finds its handlers, runs them, and hands their replies to the outbox. */
final class Dispatcher {

    /** Without letters and digits that people take for each other. */
    private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Router router;
    private final Outbox outbox;
    private final Facilities facilities;
    private final Observer observer;
    private final Supplier<@Nullable User> self;

    Dispatcher(Router router, Outbox outbox, Facilities facilities, Observer observer, Supplier<@Nullable User> self) {
        this.router = router;
        this.outbox = outbox;
        this.facilities = facilities;
        this.observer = observer;
        this.self = self;
    }

    /** Handles an event; returns null where that is done, else a stage that completes once it is. Never throws. */
    @Nullable
    CompletionStage<?> handle(SpaceEvent event) {
        Turn turn = new Turn(Occasion.of(event), facilities);
        return named(turn.occasion(), () -> {
            List<Invocation> invocations = route(event, turn);
            CompletionStage<?> rest = null;
            for (Invocation invocation : invocations) {
                rest = rest == null ? run(turn, invocation) : rest.thenCompose(done -> orDone(run(turn, invocation)));
            }
            if (rest == null) {
                handled(event, invocations);
                return null;
            }
            return rest.thenRun(() -> handled(event, invocations));
        });
    }

    /** What a store that fails would tell of the conversation's step is not known, so nothing answers. */
    private List<Invocation> route(SpaceEvent event, Turn turn) {
        try {
            return router.route(event, self.get(), turn);
        } catch (RuntimeException e) {
            failedForGood(turn.occasion(), "Finding the handler", e);
            return List.of();
        }
    }

    /** Runs a handler on an occasion that is no event; returns as {@link #handle} does. */
    @Nullable
    CompletionStage<?> run(Invocation invocation, Occasion occasion) {
        return named(occasion, () -> run(new Turn(occasion, facilities), invocation));
    }

    /** Runs with the occasion in the log's context. */
    private static @Nullable CompletionStage<?> named(Occasion occasion, Lanes.Turn run) {
        if (occasion.space() != null) {
            MDC.put("space", occasion.space().id());
        }
        if (occasion.event() != null) {
            MDC.put("message", occasion.event().id());
        }
        try {
            return run.run();
        } finally {
            MDC.remove("space");
            MDC.remove("message");
            // A handler that was interrupted, or interrupted itself, must not disturb the next one on this thread.
            Thread.interrupted();
        }
    }

    private void handled(SpaceEvent event, List<Invocation> invocations) {
        observer.handled(event, invocations.stream().map(Invocation::handler).toList());
    }

    private @Nullable CompletionStage<?> run(Turn turn, Invocation invocation) {
        try {
            HeldReplies replies =
                    new HeldReplies(turn::hasWork, reply -> send(turn.occasion(), invocation.handler(), reply));
            CompletionStage<?> rest = invocation.run(turn.occasion(), turn, replies);
            if (rest == null) {
                turn.commit();
                replies.release();
                return null;
            }
            // What takes its time may say so meanwhile.
            replies.release();
            return rest.thenRun(turn::commit)
                    .handle((done, error) ->
                            error == null ? orDone(null) : orDone(failed(turn, invocation, cause(error))))
                    .thenCompose(stage -> stage);
        } catch (Throwable error) {
            // Whatever a handler throws, Errors included, the next message is handled.
            return failed(turn, invocation, error);
        }
    }

    private void send(Occasion occasion, String handler, Reply reply) {
        var unused = say(occasion, handler, reply);
    }

    /** Sends a reply; completes once the service has it, or will never have it, which is logged. */
    CompletableFuture<String> say(Occasion occasion, String handler, Reply reply) {
        Space space = occasion.space();
        if (space == null || reply.isBlank()) {
            log.debug("A blank reply, or one that belongs to no space, is not sent");
            return CompletableFuture.completedFuture("");
        }
        return out(occasion, space, reply).exceptionally(error -> {
            if (reply.kind() == Reply.Kind.CHAT && reply.extras().attachments().isEmpty()) {
                log.error("A reply to {} was not sent: {}", inWords(occasion), text(error));
            } else {
                // Nobody sees that a task, a post or a file is missing, but whoever waits for it.
                failedForGood(occasion, handler, cause(error));
            }
            return "";
        });
    }

    private CompletableFuture<String> out(Occasion occasion, Space space, Reply reply) {
        if (!reply.extras().direct() || space.kind() == Space.Kind.DIRECT) {
            String parentId = reply.kind() == Reply.Kind.CHAT ? parent(occasion.event()) : null;
            return outbox.send(space.id(), reply, parentId);
        }
        User person = occasion.sender();
        if (person == null) {
            throw new IllegalStateException(
                    "Nobody wrote what this answers, so Reply.inDirectMessage means nobody: send to"
                            + " the space that Spaces.direct gives");
        }
        return outbox.sendDirect(person, reply);
    }

    /** A reply to a task or post is a comment on it, and one to a comment stands beside it. */
    private static @Nullable String parent(@Nullable SpaceEvent event) {
        if (event instanceof Message message) {
            return message.parentId();
        }
        return event instanceof Task || event instanceof Post ? event.id() : null;
    }

    /** Lets the author's own handler for such an error answer, where there is one. */
    private @Nullable CompletionStage<?> failed(Turn turn, Invocation invocation, Throwable error) {
        turn.rollBack();
        Occasion occasion = turn.occasion();
        Invocation handler = router.error(error).orElse(null);
        if (handler == null) {
            failedForGood(occasion, invocation.handler(), error);
            return null;
        }
        log.warn(
                "{} failed on {}, which {} answers: {}",
                invocation.handler(),
                inWords(occasion),
                handler.handler(),
                error.toString());
        try {
            CompletionStage<?> rest =
                    handler.run(occasion.failed(error), turn, reply -> send(occasion, handler.handler(), reply));
            return rest == null
                    ? null
                    : rest.exceptionally(again -> {
                        failedForGood(occasion, handler.handler(), cause(again));
                        return null;
                    });
        } catch (Throwable again) {
            failedForGood(occasion, handler.handler(), again);
            return null;
        }
    }

    private void failedForGood(Occasion occasion, String handler, Throwable error) {
        String reference = reference();
        log.error("{} failed on {} (reference {})", handler, inWords(occasion), reference, error);
        observer.failed(new Failure(handler, occasion.event(), occasion.space(), reference, error));
        if (occasion.event() != null && !(occasion.event() instanceof Presence)) {
            send(occasion, handler, Reply.text("Sorry, something went wrong here (reference " + reference + ")."));
        }
    }

    private static String inWords(Occasion occasion) {
        String event = occasion.event() == null ? "its time" : inWords(occasion.event());
        return occasion.space() == null
                ? event
                : event + " in space " + occasion.space().id();
    }

    private static String inWords(SpaceEvent event) {
        return event instanceof Presence presence ? "presence (" + presence.kind() + ")" : event.id();
    }

    private static String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            int letter = ThreadLocalRandom.current().nextInt(REFERENCE_LETTERS.length());
            reference.append(REFERENCE_LETTERS.charAt(letter));
        }
        return reference.toString();
    }

    private static String text(Throwable error) {
        Throwable cause = cause(error);
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static CompletionStage<?> orDone(@Nullable CompletionStage<?> stage) {
        return stage == null ? CompletableFuture.completedFuture(null) : stage;
    }
}
