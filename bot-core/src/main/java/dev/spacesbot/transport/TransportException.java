package dev.spacesbot.transport;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service did not do what was asked of it. Its text never holds a token. */
public final class TransportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is, as far as one can tell: it decides what to do next. */
    public enum Kind {
        /** The service does not accept the token: renew it, or ask for another one. */
        REFUSED,
        /** The service cannot be reached or answers with an error of its own: try again later. */
        UNAVAILABLE,
        /** The service understood and declined: trying again will not help. */
        REJECTED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /** With a text for people that says what was tried and what came of it. */
    public TransportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.retryAfter = null;
    }

    /** The same, with how long the service wants to be left alone. */
    public TransportException(Kind kind, String message, Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** The same, with what caused it. */
    public TransportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = null;
    }

    /** What to do about it. */
    public Kind kind() {
        return kind;
    }

    /** How long the service wants to be left alone; empty where it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
