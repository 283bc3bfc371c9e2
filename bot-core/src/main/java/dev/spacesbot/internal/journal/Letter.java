package dev.spacesbot.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Reply;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.schedule.ReplyJson;
import dev.spacesbot.internal.schedule.UserJson;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.store.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply on its way, kept until the service has it.
 *
 * @param key what it is kept under; those that go out first come first
 * @param spaceId where it goes; the space that it answers where it goes to {@code person} in direct
 * @param person to whom in direct; null where it goes to the space itself
 * @param parentId the task or post that it comments on, or null
 * @param written when, by the service's clock
 * @param restored whether an earlier process wrote it, and may have sent it
 */
public record Letter(
        String key,
        String spaceId,
        @Nullable User person,
        @Nullable String parentId,
        Reply reply,
        Instant written,
        boolean restored) {

    /** The form that this program writes; newer ones it cannot read. */
    private static final int VERSION = 1;

    Entry entry() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION).put("space", spaceId).put("written", written.toString());
        if (person != null) {
            json.set("person", UserJson.write(person));
        }
        if (parentId != null) {
            json.put("parent", parentId);
        }
        json.set("reply", ReplyJson.writeAll(reply));
        return Entry.of(key, json.toString());
    }

    /**
     * Reads what is kept.
     *
     * @throws IllegalArgumentException where it cannot be said any more; the text says why
     */
    static Letter read(Entry entry) {
        try {
            JsonNode json = Json.read(entry.json());
            if (json == null || json.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("it is no reply of version " + VERSION);
            }
            return new Letter(
                    entry.key(),
                    json.path("space").asText(),
                    json.has("person") ? UserJson.read(json.path("person")) : null,
                    json.has("parent") ? json.path("parent").asText() : null,
                    ReplyJson.read(json.path("reply")),
                    Instant.parse(json.path("written").asText()),
                    true);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("it is no reply: " + e.getClass().getSimpleName(), e);
        }
    }
}
