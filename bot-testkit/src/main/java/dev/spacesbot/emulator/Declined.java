package dev.spacesbot.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service does not do what was asked: a status for REST, a code and words for either front. */
final class Declined extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_MANY = 429;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** What the client is told of when to come back; null where it is told nothing. */
    private final @Nullable Duration retryAfter;

    Declined(int status, String code, String message) {
        this(status, code, message, null);
    }

    Declined(int status, String code, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static Declined invalid(String message) {
        return new Declined(BAD_REQUEST, "invalid.parameters", message);
    }

    static Declined badToken(String message) {
        return new Declined(UNAUTHORIZED, "token.invalid", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** The words; never null here. */
    String words() {
        return String.valueOf(getMessage());
    }
}
