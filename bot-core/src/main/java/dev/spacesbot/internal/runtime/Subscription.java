package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One space that the bot wants to be in. Guarded by the {@link Subscriptions} that hold it. */
final class Subscription {

    /** How far it is. */
    enum State {
        WANTED,
        ASKED,
        JOINED
    }

    final List<CompletableFuture<Void>> waiting = new ArrayList<>(0);
    SpaceRef space;
    State state = State.WANTED;
    boolean lasting;
    int asked;
    int refusals;
    String reason = "";
    Timers.@Nullable Timer timer;

    Subscription(SpaceRef space) {
        this.space = space;
    }

    /** Nothing is known of it any more; it is wanted as before. */
    void reset() {
        cancelTimer();
        state = State.WANTED;
    }

    /** It is joined; returns who waited for it. */
    List<CompletableFuture<Void>> joined() {
        cancelTimer();
        state = State.JOINED;
        refusals = 0;
        reason = "";
        return waited();
    }

    /** It was refused, and is wanted as before; returns who waited for it. */
    List<CompletableFuture<Void>> refused(String reason) {
        reset();
        this.reason = reason;
        refusals++;
        return waited();
    }

    /** Who waited for it, to be told outside of any lock. */
    List<CompletableFuture<Void>> waited() {
        List<CompletableFuture<Void>> waited = List.copyOf(waiting);
        waiting.clear();
        return waited;
    }

    /** It is about to be asked for; returns the number of this asking. */
    int asking() {
        cancelTimer();
        state = State.ASKED;
        return ++asked;
    }

    /** Whether it is asked for, but the pace does not let the asking out yet: no answer can be one to it. */
    boolean isHeldUp() {
        return state == State.ASKED && timer == null;
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Tells who waited that it will not be. */
    static void fail(List<CompletableFuture<Void>> waited, String reason) {
        waited.forEach(future ->
                future.completeExceptionally(new TransportException(TransportException.Kind.REJECTED, reason)));
    }
}
