package dev.spacesbot.handler;

/**
 * What becomes of a time that passed while the bot was not running; or had no connection, for a method that runs for each
 * space. Whether one did is known where the bot's store outlives the process.
 */
public enum Misfire {
    /** It is made up for once, as soon as the bot is back, however often it was missed. */
    RUN_ONCE,
    /** It is left out; the next one counts. */
    SKIP
}
