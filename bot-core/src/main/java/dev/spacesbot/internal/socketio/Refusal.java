package dev.spacesbot.internal.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The frame that keeps a connection out of the namespace: {@code 44/chat,"text"} or {@code 44/chat,{"message":…}}. Not
 * left to the library: it knows the first form only, and waits for ever after the second.
 */
final class Refusal {

    private static final String PREFIX = "44/chat";
    private static final int EXCERPT = 200;

    private Refusal() {}

    /** Whether a frame is one. */
    static boolean isRefusal(String frame) {
        return frame.startsWith(PREFIX);
    }

    /** What the service says about it, for people. */
    static String words(String frame) {
        String data = frame.substring(Math.min(frame.length(), PREFIX.length() + 1));
        return Excerpt.of(data.length() > EXCERPT ? data : said(data), EXCERPT);
    }

    private static String said(String data) {
        try {
            JsonNode json = Json.read(data);
            String said = json.isTextual()
                    ? json.asText()
                    : Stream.of(Json.text(json, "code"), Json.text(json, "message"))
                            .filter(word -> !word.isBlank())
                            .collect(Collectors.joining(", "));
            return said.isBlank() ? data : said;
        } catch (JsonProcessingException e) {
            return data;
        }
    }
}
