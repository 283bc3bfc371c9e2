package dev.spacesbot.testkit;

import dev.spacesbot.internal.runtime.BotRuntime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Waits for handlers to finish, and knows in which spaces a test means to see one at work. For one thread. */
final class Unfinished {

    private final Supplier<BotRuntime> runtime;
    private final TrackedExecutor executor;
    private final Duration patience;
    private final Set<String> atWork = new HashSet<>();

    /** Handlers may take so long, by the wall clock. */
    Unfinished(Supplier<BotRuntime> runtime, TrackedExecutor executor, Duration patience) {
        this.runtime = runtime;
        this.executor = executor;
        this.patience = patience;
    }

    /** From now on handlers in this space may wait for something that the test does later. */
    void allowIn(String spaceId) {
        atWork.add(spaceId);
    }

    /** Waits for all handlers in this space too. */
    void awaitIn(String spaceId) {
        atWork.remove(spaceId);
        await();
    }

    /** Waits for all handlers. */
    void awaitAll() {
        atWork.clear();
        await();
    }

    /** Waits until all that can happen by itself has happened, and all handlers have finished that need not wait. */
    void await() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            do {
                if (!executor.awaitIdle(end)) {
                    throw new AssertionError("A handler has not finished after " + time()
                            + ": does it wait for something that never comes?");
                }
                if (!runtime.get().awaitTurns(atWork, Duration.ofNanos(end - System.nanoTime()))) {
                    throw new AssertionError("What a handler returned has not completed after " + time()
                            + ": does it wait for something that never comes? A test that"
                            + " completes it, or lets time pass for it, says begins(…) in place of says(…).");
                }
            } while (!executor.idle());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a handler", e);
        }
    }

    private String time() {
        return patience.toMillis() % 1000 == 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }
}
