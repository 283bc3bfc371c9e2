package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Reply;
import dev.spacesbot.event.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a reply is written that is said later. Its version is that of the reminder around it. */
final class ReplyJson {

    private ReplyJson() {}

    static ObjectNode write(Reply reply) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", reply.kind().name()).put("title", reply.title());
        json.put("format", reply.text().format().name());
        json.put("body", reply.text().source());
        Reply.Assignment assignment = reply.assignment();
        assignment.assignees().forEach(json.withArray("assignees")::add);
        if (assignment.dueDate() != null) {
            json.put("dueDate", assignment.dueDate().toString());
        }
        for (User user : reply.extras().mentioned()) {
            json.withArray("mentioned")
                    .addObject()
                    .put("id", user.id())
                    .put("kind", user.kind().name())
                    .put("username", user.username())
                    .put("displayName", user.displayName());
        }
        return json.put("direct", reply.extras().direct());
    }

    static Reply read(JsonNode json) {
        List<String> assignees = new ArrayList<>();
        json.path("assignees").forEach(id -> assignees.add(id.asText()));
        Instant dueDate =
                json.has("dueDate") ? Instant.parse(json.path("dueDate").asText()) : null;
        List<User> mentioned = new ArrayList<>();
        json.path("mentioned").forEach(user -> mentioned.add(user(user)));
        Reply.Text text = new Reply.Text(
                Reply.Format.valueOf(json.path("format").asText()),
                json.path("body").asText());
        return new Reply(
                Reply.Kind.valueOf(json.path("kind").asText()),
                json.path("title").asText(),
                text,
                new Reply.Assignment(assignees, dueDate),
                new Reply.Extras(mentioned, json.path("direct").asBoolean()));
    }

    private static User user(JsonNode json) {
        return new User(
                json.path("id").asText(),
                User.Kind.valueOf(json.path("kind").asText()),
                json.path("username").asText(),
                json.path("displayName").asText());
    }
}
