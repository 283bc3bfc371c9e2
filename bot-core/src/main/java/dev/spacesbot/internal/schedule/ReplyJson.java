package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a reply is written that is said later. Its version is that of the reminder around it. */
final class ReplyJson {

    private ReplyJson() {}

    static ObjectNode write(Reply reply) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", reply.kind().name()).put("title", reply.title());
        json.put("format", reply.format().name()).put("body", reply.body());
        reply.assignees().forEach(json.withArray("assignees")::add);
        if (reply.dueDate() != null) {
            json.put("dueDate", reply.dueDate().toString());
        }
        return json;
    }

    static Reply read(JsonNode json) {
        List<String> assignees = new ArrayList<>();
        json.path("assignees").forEach(id -> assignees.add(id.asText()));
        return new Reply(
                Reply.Kind.valueOf(json.path("kind").asText()),
                json.path("title").asText(),
                Reply.Format.valueOf(json.path("format").asText()),
                json.path("body").asText(),
                assignees,
                json.has("dueDate") ? Instant.parse(json.path("dueDate").asText()) : null);
    }
}
