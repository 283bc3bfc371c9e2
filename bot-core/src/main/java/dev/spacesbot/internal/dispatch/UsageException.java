package dev.spacesbot.internal.dispatch;

/** Somebody in a space used a command wrongly; its text is for them. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message, null, false, false);
    }
}
