package dev.spacesbot.internal.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.MalformedEventException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames that carry an event of the namespace: {@code 42/chat,["EVENT",{…}]}, with digits before the bracket where the
 * sender wants an acknowledgement. What a stranger puts into one is logged and dropped, and never ends a connection.
 */
final class EventFrames {

    private static final Logger log = LoggerFactory.getLogger(EventFrames.class);
    private static final String PREFIX = "42/chat,";

    /** Far beyond the 16 KB that the service allows for an event. */
    private static final int MAX_LENGTH = 256 * 1024;

    private static final int LONGEST_NAME = 100;
    private static final int EXCERPT = 120;

    private final Predicate<String> wanted;
    private final BiConsumer<String, JsonNode> events;

    /** Hands the name and payload of each event whose name is {@code wanted} to {@code events}. */
    EventFrames(Predicate<String> wanted, BiConsumer<String, JsonNode> events) {
        this.wanted = wanted;
        this.events = events;
    }

    /** The frame of an event with one payload. */
    static String write(String event, JsonNode payload) {
        return PREFIX + "[\"" + event + "\"," + Json.write(payload) + "]";
    }

    /** Whether a frame carries an event of the namespace. */
    static boolean isEvent(String frame) {
        return frame.startsWith(PREFIX);
    }

    /** Reads a frame that {@link #isEvent}. Throws nothing. */
    void read(String frame) {
        try {
            readUnguarded(frame);
        } catch (MalformedEventException e) {
            drop(frame, e.getMessage());
        } catch (JsonProcessingException e) {
            drop(frame, Excerpt.of(e.getOriginalMessage(), EXCERPT));
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("Dropped a frame that could not be handled: {}", Excerpt.of(frame, EXCERPT), e);
        }
    }

    private static void drop(String frame, @Nullable String reason) {
        log.warn("Dropped a frame that cannot be read as an event ({}): {}", reason, Excerpt.of(frame, EXCERPT));
    }

    private void readUnguarded(String frame) throws JsonProcessingException {
        if (frame.length() > MAX_LENGTH) {
            throw new MalformedEventException("longer than " + MAX_LENGTH + " characters");
        }
        int start = PREFIX.length();
        while (start < frame.length() && Character.isDigit(frame.charAt(start))) {
            start++;
        }
        if (isUnwanted(frame, start)) {
            return;
        }
        JsonNode array = Json.read(frame.substring(start));
        if (array == null || !array.isArray() || !array.path(0).isTextual()) {
            throw new MalformedEventException("no array that begins with the event's name");
        }
        JsonNode payload = array.path(1);
        if (payload.isMissingNode() || payload.isNull()) {
            throw new MalformedEventException("no payload");
        }
        events.accept(array.path(0).asText(), payload);
    }

    /** A flood of what nobody wants must not cost its taking apart. */
    private boolean isUnwanted(String frame, int start) {
        if (!frame.startsWith("[\"", start)) {
            return false;
        }
        int end = frame.indexOf('"', start + 2);
        return end > 0 && end - start < LONGEST_NAME && !wanted.test(frame.substring(start + 2, end));
    }
}
