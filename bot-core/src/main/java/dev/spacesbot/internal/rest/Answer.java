package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a call.
 *
 * @param call method and address, for messages
 * @param retryAfter the header of that name; empty or null where there is none
 * @param body the JSON; missing where it was none
 * @param secrets what {@link #words} must not show
 */
record Answer(String call, int status, @Nullable String retryAfter, JsonNode body, List<String> secrets) {

    private static final int MAX_WORDS = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

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
            return failure(Kind.UNAVAILABLE, "These were too many calls: try again " + whenToRetry() + ".");
        }
        if (status >= SERVER_ERROR) {
            return failure(Kind.UNAVAILABLE, "The service has trouble of its own: try again later.");
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

    /** With what was called, what came of it, the service's words, and what to do. */
    TransportException failure(Kind kind, String advice) {
        String words = words();
        return new TransportException(
                kind, call + ": answered " + status + (words.isEmpty() ? "" : " (" + words + ")") + ". " + advice);
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
