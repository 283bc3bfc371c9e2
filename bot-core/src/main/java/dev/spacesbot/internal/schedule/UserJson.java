package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.User;

/** How a person is written. */
public final class UserJson {

    private UserJson() {}

    /** A person as JSON. */
    public static ObjectNode write(User user) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", user.id())
                .put("kind", user.kind().name())
                .put("username", user.username())
                .put("displayName", user.displayName());
    }

    /** What {@link #write} wrote. */
    public static User read(JsonNode json) {
        return new User(
                json.path("id").asText(),
                User.Kind.valueOf(json.path("kind").asText()),
                json.path("username").asText(),
                json.path("displayName").asText());
    }
}
