package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Makes calls that block, in the background, and again after a while where the service may only have a bad moment. */
final class Attempts {

    private static final int MOST = 5;

    /** The first wait is up to four seconds: what was too many calls a moment ago still is now. */
    private static final int BEFOREHAND = 2;

    private final Executor background;
    private final Timers timers;
    private final Backoff backoff;

    private Attempts(Executor background, Surroundings surroundings) {
        this.background = background;
        this.timers = surroundings.timers();
        this.backoff = surroundings.backoff();
    }

    /** At once. */
    static Attempts in(Surroundings surroundings) {
        return new Attempts(surroundings.background(), surroundings);
    }

    /** Each at its turn. */
    static Attempts paced(Pacer pacer, Surroundings surroundings) {
        return new Attempts(
                task -> pacer.submit(Pacer.Priority.SEND, () -> {
                    surroundings.background().execute(task);
                    return true;
                }),
                surroundings);
    }

    /** What the call returns; or what it threw the last time, at once where trying again would not help. */
    <T> CompletableFuture<T> of(Supplier<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        attempt(call, result, 1);
        return result;
    }

    private <T> void attempt(Supplier<T> call, CompletableFuture<T> result, int number) {
        background.execute(() -> {
            try {
                result.complete(call.get());
            } catch (TransportException e) {
                if (e.kind() == TransportException.Kind.REJECTED || number == MOST) {
                    result.completeExceptionally(e);
                } else {
                    Duration wait = e.retryAfter().orElseGet(() -> backoff.after(number + BEFOREHAND));
                    timers.after(wait, () -> attempt(call, result, number + 1));
                }
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
    }
}
