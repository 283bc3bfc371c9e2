package dev.spacesbot.internal.wire;

/** What came in cannot be read as the event that it claims to be; its text says what is wrong with it. */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is missing or wrong. */
    public MalformedEventException(String message) {
        super(message);
    }
}
