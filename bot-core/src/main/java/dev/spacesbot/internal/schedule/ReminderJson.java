package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.session.Values;

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
            json.putObject("user")
                    .put("id", user.id())
                    .put("kind", user.kind().name())
                    .put("username", user.username())
                    .put("displayName", user.displayName());
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
    static Reminder parse(String text) {
        JsonNode json = json(text);
        if (json.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("its version is " + json.path("version") + ", and this program reads "
                    + VERSION + "; was it written by a newer one?");
        }
        JsonNode space = json.path("space");
        JsonNode user = json.path("user");
        return new Reminder(
                json.path("id").asText(),
                new Space(text(space, "id"), text(space, "title"), Space.Kind.valueOf(text(space, "kind"))),
                user.isMissingNode()
                        ? null
                        : new User(
                                text(user, "id"),
                                User.Kind.valueOf(text(user, "kind")),
                                text(user, "username"),
                                text(user, "displayName")),
                json.has("reply") ? ReplyJson.read(json.path("reply")) : null,
                text(json, "name"),
                json.path("value"));
    }

    private static JsonNode json(String text) {
        try {
            return Values.parse(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText("");
    }
}
