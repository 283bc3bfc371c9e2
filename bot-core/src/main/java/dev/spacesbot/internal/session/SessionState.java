package dev.spacesbot.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Session;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a session holds, and how it is written.
 *
 * @param step the step of the conversation, or an empty string
 * @param values by name
 * @param lifespan how long it is kept untouched
 */
record SessionState(String step, Map<String, JsonNode> values, Duration lifespan) {

    /** The form that this program writes; newer ones it cannot read. */
    static final int VERSION = 1;

    static final SessionState EMPTY = new SessionState("", Map.of(), Session.DEFAULT_EXPIRY);

    SessionState {
        values = new LinkedHashMap<>(values);
    }

    boolean isEmpty() {
        return step.isEmpty() && values.isEmpty();
    }

    SessionState withStep(String step) {
        return new SessionState(step, values, lifespan);
    }

    SessionState withLifespan(Duration lifespan) {
        return new SessionState(step, values, lifespan);
    }

    SessionState with(String name, JsonNode value) {
        SessionState changed = new SessionState(step, values, lifespan);
        changed.values.put(name, value);
        return changed;
    }

    SessionState without(String name) {
        SessionState changed = new SessionState(step, values, lifespan);
        changed.values.remove(name);
        return changed;
    }

    String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        json.put("step", step).put("lifespan", lifespan.toString());
        json.putObject("values").setAll(values);
        return json.toString();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws UnreadableException where that was a newer program, or another one
     */
    static SessionState parse(String text) {
        try {
            JsonNode json = Values.parse(text);
            int version = json.path("version").asInt();
            if (version != VERSION) {
                throw new UnreadableException("its version is " + json.path("version") + ", and this program reads "
                        + VERSION + "; was it written by a newer one?");
            }
            Map<String, JsonNode> values = new LinkedHashMap<>();
            json.path("values").properties().forEach(value -> values.put(value.getKey(), value.getValue()));
            Duration lifespan = Duration.parse(json.path("lifespan").asText());
            return new SessionState(json.path("step").asText(), values, lifespan);
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new UnreadableException("it is no session: " + e.getClass().getSimpleName());
        }
    }

    /** What is kept cannot be read. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why);
        }
    }
}
