package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.dispatch.Invocation;
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
    private final Spaces spaces;
    private final Observer observer;
    private final Supplier<@Nullable User> self;

    Dispatcher(Router router, Outbox outbox, Spaces spaces, Observer observer, Supplier<@Nullable User> self) {
        this.router = router;
        this.outbox = outbox;
        this.spaces = spaces;
        this.observer = observer;
        this.self = self;
    }

    /** Handles an event; returns null where that is done, else a stage that completes once it is. Never throws. */
    @Nullable
    CompletionStage<?> handle(SpaceEvent event) {
        MDC.put("space", event.space().id());
        MDC.put("message", event.id());
        try {
            List<Invocation> invocations = router.route(event, self.get());
            CompletionStage<?> rest = null;
            for (Invocation invocation : invocations) {
                rest = rest == null ? run(event, invocation) : rest.thenCompose(done -> orDone(run(event, invocation)));
            }
            if (rest == null) {
                handled(event, invocations);
                return null;
            }
            return rest.thenRun(() -> handled(event, invocations));
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

    private @Nullable CompletionStage<?> run(SpaceEvent event, Invocation invocation) {
        try {
            CompletionStage<?> rest = invocation.run(event, spaces, reply -> send(event, reply));
            return rest == null
                    ? null
                    : rest.exceptionally(error -> {
                        failed(
                                event,
                                invocation,
                                error instanceof CompletionException && error.getCause() != null
                                        ? error.getCause()
                                        : error);
                        return null;
                    });
        } catch (Throwable error) {
            // Whatever a handler throws, Errors included, the next message is handled.
            failed(event, invocation, error);
            return null;
        }
    }

    private void send(SpaceEvent event, Reply reply) {
        if (reply.isBlank()) {
            log.debug("A blank reply is not sent");
            return;
        }
        outbox.send(event.space().id(), reply, reply.kind() == Reply.Kind.CHAT ? parent(event) : null)
                .exceptionally(error -> {
                    log.error(
                            "A reply to {} in space {} was not sent: {}",
                            event.id(),
                            event.space().id(),
                            text(error));
                    return "";
                });
    }

    /** A reply to a task or post is a comment on it, and one to a comment stands beside it. */
    private static @Nullable String parent(SpaceEvent event) {
        if (event instanceof Presence) {
            return null;
        }
        return event instanceof Message message ? message.parentId() : event.id();
    }

    private void failed(SpaceEvent event, Invocation invocation, Throwable error) {
        String reference = reference();
        log.error(
                "{} failed on {} in space {} (reference {})",
                invocation.handler(),
                event.id(),
                event.space().id(),
                reference,
                error);
        observer.failed(event, invocation.handler(), error);
        if (event instanceof Presence) {
            // Nobody asked for anything, so nobody wants to know.
            return;
        }
        send(event, Reply.text("Sorry, something went wrong here (reference " + reference + ")."));
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
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static CompletionStage<?> orDone(@Nullable CompletionStage<?> stage) {
        return stage == null ? CompletableFuture.completedFuture(null) : stage;
    }
}
