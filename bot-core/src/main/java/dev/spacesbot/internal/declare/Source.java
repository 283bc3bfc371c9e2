package dev.spacesbot.internal.declare;

/** What a parameter may ask for by its type. */
public enum Source {
    /** The message, task, post or presence. */
    EVENT,
    /** Who wrote. */
    SENDER,
    /** Where. */
    SPACE,
    /** What the bot can do on its own initiative. */
    SPACES,
    /** Who is mentioned. */
    MENTIONS,
    /** What is remembered of who wrote. */
    SESSION,
    /** What is done later. */
    SCHEDULE,
    /** What a handler threw. */
    ERROR,
    /** What was kept for a reminder. */
    VALUE
}
