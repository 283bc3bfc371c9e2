package dev.spacesbot.event;

/** Whether an event tells of something new or of a change to something older. */
public enum Change {
    /** The message, task or post is new. */
    CREATED,
    /** It was there before, and was edited, completed or otherwise changed. */
    UPDATED
}
