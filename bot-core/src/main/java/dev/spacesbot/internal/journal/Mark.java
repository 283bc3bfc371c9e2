package dev.spacesbot.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * That an event is handled, or how far its handling has come.
 *
 * @param created when it was created, by the service's clock
 * @param changed when it was last changed, or created
 * @param update whether it was there before it was changed
 * @param handled whether all of it is done
 * @param done how many of its handlers are through
 * @param said how many replies the next one has given already
 * @param attempts how often a process has begun with it, of those that looked out for what ends processes
 */
record Mark(Instant created, Instant changed, boolean update, boolean handled, int done, int said, int attempts) {

    /** The form that this program writes; newer ones it cannot read. */
    private static final int VERSION = 1;

    String toJson() {
        // By hand: one is written for each message, and there is nothing in it to escape.
        return "{\"version\":" + VERSION + ",\"created\":\"" + created + "\",\"changed\":\"" + changed
                + "\",\"update\":" + update + ",\"handled\":" + handled + ",\"done\":" + done + ",\"said\":" + said
                + ",\"attempts\":" + attempts
                + "}";
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException where that was a newer program, or another one
     */
    static Mark parse(String text) {
        try {
            JsonNode json = Json.read(text);
            if (json == null || json.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("it is no mark of version " + VERSION);
            }
            return new Mark(
                    Instant.parse(json.path("created").asText()),
                    Instant.parse(json.path("changed").asText()),
                    json.path("update").asBoolean(),
                    json.path("handled").asBoolean(),
                    json.path("done").asInt(),
                    json.path("said").asInt(),
                    json.path("attempts").asInt());
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("it is no mark", e);
        }
    }
}
