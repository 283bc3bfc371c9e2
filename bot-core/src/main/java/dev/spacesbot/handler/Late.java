package dev.spacesbot.handler;

/**
 * What becomes of a message that was said while the bot was not there, or had too much to do, and that it finds in the space's
 * history when it is back. How far back it looks is set by {@code catchUp} in the configuration.
 */
public enum Late {
    /** It is handled like any other, in its turn, and as if nothing had happened. */
    HANDLE,
    /** It is left out: what is not answered at once is not worth an answer. No other handler takes its place. */
    SKIP
}
