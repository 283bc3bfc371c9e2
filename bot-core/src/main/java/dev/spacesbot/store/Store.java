package dev.spacesbot.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a bot keeps what must outlive a message: sessions, what was put off, how far the handlers that run by time have come.
 *
 * <p>A store knows nothing but texts under keys, some of which expire and some of which fall due. What one run of a handler
 * changes is given to it in one call, which a database makes one transaction. Processes that share a store agree by the
 * revisions: of two that read the same entry and change it, the second is told that it came too late.
 *
 * <p>Calls may wait, and may throw what the database throws; then nothing was changed. Safe for use by several threads. The
 * time is that of the bot, which in a test is not that of the machine. Whoever makes a store closes it, after the bot.
 */
public interface Store extends AutoCloseable {

    /** What is kept under a key; empty where nothing is, or it has expired. */
    Optional<Entry> find(String key, Instant now);

    /** Everything that is kept under keys which begin so and has not expired, by key. */
    List<Entry> all(String prefix, Instant now);

    /**
     * Makes all of these changes or none. They are safe once it returns: a process that is killed then has made them.
     *
     * @param changes at most one for each key
     * @return false, with nothing changed, where for one of them another revision is kept than it names
     */
    boolean apply(List<Change> changes, Instant now);

    /**
     * Makes these changes soon, all of them or none, and waits for nothing. They are made in the order in which they are given,
     * and before any that are given later to {@link #apply}; a process that is killed may not have made the last of them. Where
     * one comes too late by its revision none of them is made, and nobody hears of it.
     */
    default void applySoon(List<Change> changes, Instant now) {
        boolean unused = apply(changes, now);
    }

    /**
     * Whether what is kept outlives the process. Where it does, the bot keeps there how far messages have come as well, so that
     * it goes on there after a stop or a crash; else that would be work for nothing.
     */
    default boolean lasting() {
        return true;
    }

    /** Why nothing can be kept at the moment, so that calls wait; empty where all is well. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /**
     * The entries that have a time at which they are due, passed or not: the soonest first, those of one time by key, at most so
     * many.
     */
    List<Entry> soonest(int most);

    /** Makes what is still to be made, and gives back what it holds. */
    @Override
    default void close() {}

    /**
     * A store in memory, which forgets everything with the process and is not {@link #lasting}. It holds at most 64 million characters: then what expires
     * soonest goes first, and where nothing expires, a change is refused with an {@link IllegalStateException}.
     */
    static Store inMemory() {
        return new MemoryStore(MemoryStore.MOST);
    }
}
