package dev.spacesbot.internal.command;

/** Somebody in a space used a command wrongly; its text is for them. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what to tell them. */
    public UsageException(String message) {
        super(message, null, false, false);
    }
}
