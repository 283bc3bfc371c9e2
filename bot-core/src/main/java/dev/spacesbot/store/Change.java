package dev.spacesbot.store;

/** One of the changes that a {@link Store} makes together. */
public sealed interface Change {

    /** What is kept from now on, or no more; its revision is the one that was read, and must be there still. */
    Entry entry();

    /**
     * Keeps an entry, in place of the one that was read.
     *
     * @param entry with the revision that was read; with revision 0 where none was, and none may be there
     */
    record Put(Entry entry) implements Change {}

    /**
     * Keeps it no more.
     *
     * @param entry with the revision that was read
     */
    record Remove(Entry entry) implements Change {}
}
