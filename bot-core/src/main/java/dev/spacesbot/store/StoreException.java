package dev.spacesbot.store;

import org.jspecify.annotations.Nullable;

/** A store cannot be opened, or gave up what was asked of it; the text says why and what to do, and holds no secret. */
public final class StoreException extends RuntimeException {

    /** With a text for people. */
    public StoreException(String message) {
        super(message);
    }

    /** With a text for people, and what led to it where that holds no secret. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
