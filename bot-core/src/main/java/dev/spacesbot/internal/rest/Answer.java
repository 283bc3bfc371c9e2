package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a call.
 *
 * @param call method and address, for messages
 * @param at when it came, by the service's clock
 * @param retryAfter the header of that name; empty or null where there is none
 * @param body the JSON; missing where it was none
 * @param secrets what {@link #words} must not show
 */
record Answer(String call, int status, Instant at, @Nullable String retryAfter, JsonNode body, List<String> secrets) {

    private static final int MAX_WORDS = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** The window in which the service counts calls. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** The service's longest window has ten minutes: what is beyond is in another unit, or without sense. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    boolean ok() {
        return status >= 200 && status < 300;
    }

    boolean unauthorized() {
        return status == UNAUTHORIZED;
    }

    boolean forbidden() {
        return status == FORBIDDEN;
    }

    /** What an answer that is not {@link #ok} means, where nothing is known about the call. */
    TransportException failure() {
        if (unauthorized()) {
            return failure(
                    Kind.REFUSED, "The token is not accepted: put a valid one into the configuration, under auth.");
        }
        if (status == TOO_MANY) {
            Duration wait = told();
            return new TransportException(
                    Kind.UNAVAILABLE,
                    words("These were too many calls: try again " + whenToRetry() + "."),
                    wait == null ? A_MINUTE : wait);
        }
        if (status >= SERVER_ERROR) {
            Duration wait = told();
            String words = words("The service has trouble of its own: try again later.");
            return wait == null
                    ? new TransportException(Kind.UNAVAILABLE, words)
                    : new TransportException(Kind.UNAVAILABLE, words, wait);
        }
        return failure(Kind.REJECTED, "Check the id, what the account may do, and the addresses under service.");
    }

    private String whenToRetry() {
        if (retryAfter == null || retryAfter.isEmpty()) {
            return "in a minute";
        }
        boolean seconds = retryAfter.chars().allMatch(Character::isDigit);
        return "after " + Excerpt.of(retryAfter, MAX_WORDS) + (seconds ? " s" : "");
    }

    /** How long to leave the service alone, in seconds or up to a date; null where it does not say. */
    private @Nullable Duration told() {
        String text = retryAfter == null ? "" : retryAfter.strip();
        Duration wait;
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            wait = text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
        } else {
            Instant until = ServiceClock.read(text);
            if (until == null) {
                return null;
            }
            wait = Duration.between(at, until);
        }
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** With what was called, what came of it, the service's words, and what to do. */
    TransportException failure(Kind kind, String advice) {
        return new TransportException(kind, words(advice));
    }

    private String words(String advice) {
        String words = words();
        return call + ": answered " + status + (words.isEmpty() ? "" : " (" + words + ")") + ". " + advice;
    }

    /** OAuth has its code in {@code error}; the service sometimes has an object there. */
    String errorCode() {
        JsonNode error = body.path("error");
        return error.isObject() ? Json.text(error, "code") : error.asText("");
    }

    private String words() {
        JsonNode error = body.path("error");
        String words = Stream.of(
                        Json.text(body, "code"),
                        errorCode(),
                        Json.text(body, "message"),
                        Json.text(body, "error_description"),
                        Json.text(error, "message"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
        for (String secret : secrets) {
            words = secret.isEmpty() ? words : words.replace(secret, "***");
        }
        return Excerpt.of(words, MAX_WORDS);
    }
}
