package dev.spacesbot.handler;

/** To whom a message must be said for a handler to take it. */
public enum Addressed {
    /** As the configuration says under {@code addressed}; {@link #ANY} where it says nothing. */
    AS_CONFIGURED,
    /** To anybody: every message of the space counts. */
    ANY,
    /** To the bot: it is mentioned, its name stands in front, or nobody else is in the space but the one who writes. */
    MENTION,
    /** To the bot alone, in a direct space. */
    DIRECT
}
