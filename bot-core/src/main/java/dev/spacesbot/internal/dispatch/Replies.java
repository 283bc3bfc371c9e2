package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Reply;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a handler returned into replies. */
final class Replies {

    /** At the pace of the service these take eight hours; what says more does not end, and would fill the memory. */
    private static final int MOST = 100_000;

    private Replies() {}

    /** Whether a handler may declare to return this. */
    static boolean accepts(Class<?> type) {
        return type == void.class
                || type == Void.class
                || type == Object.class
                || type == String.class
                || type == Reply.class
                || type == Optional.class
                || Iterable.class.isAssignableFrom(type)
                || Stream.class.isAssignableFrom(type)
                || CompletionStage.class.isAssignableFrom(type);
    }

    /**
     * Gives each reply to {@code out}, in order.
     *
     * @return null where all is said; else a stage that completes once it is, or with what the handler failed
     */
    static @Nullable CompletionStage<?> collect(@Nullable Object returned, Consumer<Reply> out) {
        if (returned == null) {
            return null;
        } else if (returned instanceof String text) {
            out.accept(Reply.text(text));
        } else if (returned instanceof Reply reply) {
            out.accept(reply);
        } else if (returned instanceof Optional<?> optional) {
            return optional.isPresent() ? collect(optional.get(), out) : null;
        } else if (returned instanceof CompletionStage<?> stage) {
            return stage.thenCompose(value -> orDone(collect(value, out)));
        } else if (returned instanceof Stream<?> stream) {
            try (stream) {
                return collectAll(stream.iterator(), out);
            }
        } else if (returned instanceof Iterable<?> iterable) {
            return collectAll(iterable.iterator(), out);
        } else {
            throw new IllegalStateException(
                    "A handler returned a " + returned.getClass().getName()
                            + "; return a String, a Reply, or Optional, Iterable, Stream or CompletionStage of these");
        }
        return null;
    }

    /** A stage among them holds up those after it: replies keep their order. */
    private static @Nullable CompletionStage<?> collectAll(Iterator<?> iterator, Consumer<Reply> out) {
        CompletionStage<?> last = null;
        try {
            for (int said = 0; iterator.hasNext(); said++) {
                if (said == MOST) {
                    throw new IllegalStateException("A handler returned more than " + MOST
                            + " replies to one event; does what it returned ever end?");
                }
                Object next = iterator.next();
                last = last == null ? collect(next, out) : last.thenCompose(done -> orDone(collect(next, out)));
            }
        } catch (RuntimeException | Error e) {
            if (last == null) {
                throw e;
            }
            // What came before the failure is said before it.
            return last.thenCompose(done -> CompletableFuture.failedFuture(e));
        }
        return last;
    }

    private static CompletionStage<?> orDone(@Nullable CompletionStage<?> stage) {
        return stage == null ? CompletableFuture.completedFuture(null) : stage;
    }
}
