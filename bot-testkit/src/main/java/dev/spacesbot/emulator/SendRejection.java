package dev.spacesbot.emulator;

/** The three shapes in which the service's documentation, through the years, shows a failed send. */
public enum SendRejection {
    /** What was sent, and no reason at all. */
    NO_REASON,
    /** What was sent, and the code as a string in {@code error}. */
    TEXT,
    /** What was sent, and an object with code and message in {@code error}. */
    OBJECT
}
