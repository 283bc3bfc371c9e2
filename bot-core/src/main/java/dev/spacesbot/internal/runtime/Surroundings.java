package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What a runtime stands on: time, threads, chance and a store. A test puts its own in their place.
 *
 * @param timers the clock
 * @param handlers runs handlers; where it has a bound, they may use it up
 * @param background runs whatever else may block, and must always find a thread: handlers may wait for it
 * @param random for jitter
 * @param store keeps what must outlive a message
 * @param lasting whether the store outlives the process, so that it is worth keeping there how far messages have come
 * @param calm how long a process must have lived before it handles again what may have ended two of them
 */
public record Surroundings(
        Timers timers,
        Executor handlers,
        Executor background,
        RandomGenerator random,
        Store store,
        boolean lasting,
        Duration calm) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration MOST_FOR_A_SPACE = Duration.ofMinutes(10);

    /** With one executor for both, which has no bound, and a store in memory. */
    public Surroundings(Timers timers, Executor everything, RandomGenerator random) {
        this(timers, everything, everything, random, Store.inMemory(), false, Duration.ZERO);
    }

    /** The waits before connecting or sending again. */
    Backoff backoff() {
        return new Backoff(FIRST, MOST, random);
    }

    /** The waits before asking again for a space that was refused: that is seldom a passing trouble, and costs pace. */
    Backoff spaceBackoff() {
        return new Backoff(FIRST, MOST_FOR_A_SPACE, random);
    }
}
