package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.session.Values;
import java.time.DateTimeException;

/** How what was put off is written. */
final class ReminderJson {

    /** The form that this program writes; newer ones it cannot read. */
    static final int VERSION = 1;

    private ReminderJson() {}

    static String write(Reminder reminder) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        json.put("id", reminder.id());
        Space space = reminder.space();
        json.putObject("space")
                .put("id", space.id())
                .put("title", space.title())
                .put("kind", space.kind().name());
        User user = reminder.user();
        if (user != null) {
            json.set("user", UserJson.write(user));
        }
        if (reminder.reply() != null) {
            json.set("reply", ReplyJson.write(reminder.reply()));
        } else {
            json.put("name", reminder.name()).set("value", reminder.value());
        }
        return json.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where that was a newer program, or another one
     */
    static Reminder read(String text) {
        try {
            JsonNode json = Values.parse(text);
            if (json.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("its version is " + json.path("version")
                        + ", and this program reads " + VERSION + "; was it written by a newer one?");
            }
            return read(json);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("it is no reminder", e);
        }
    }

    private static Reminder read(JsonNode json) {
        JsonNode space = json.path("space");
        return new Reminder(
                json.path("id").asText(),
                new Space(
                        space.path("id").asText(),
                        space.path("title").asText(),
                        Space.Kind.valueOf(space.path("kind").asText())),
                json.has("user") ? UserJson.read(json.path("user")) : null,
                json.has("reply") ? ReplyJson.read(json.path("reply")) : null,
                json.path("name").asText(),
                json.has("value") ? json.path("value") : NullNode.instance);
    }
}
