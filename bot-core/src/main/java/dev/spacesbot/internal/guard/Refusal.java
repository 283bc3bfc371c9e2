package dev.spacesbot.internal.guard;

/**
 * That somebody may not, or not now.
 *
 * @param text what to answer; empty where they were told already, so that a crowd cannot make the bot talk
 */
public record Refusal(String text) {

    /** Nothing to be said. */
    static final Refusal SILENT = new Refusal("");
}
