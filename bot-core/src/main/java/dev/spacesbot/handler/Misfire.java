package dev.spacesbot.handler;

/** What becomes of a time that passed while the bot was not running. */
public enum Misfire {
    /** It is made up for once, at the start, however often it was missed. */
    RUN_ONCE,
    /** It is left out; the next one counts. */
    SKIP
}
