package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.User;
import java.nio.file.Path;
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
        for (Attachable file : reply.extras().attachments()) {
            json.withArray("files").add(file(file));
        }
        return json.put("direct", reply.extras().direct());
    }

    private static ObjectNode file(Attachable file) {
        if (file instanceof Attachable.InFile inFile) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("name", file.name())
                    .put("type", file.mimeType())
                    .put("path", inFile.path().toString());
        }
        throw new IllegalArgumentException(
                "What is said later may have files that lie on a disk, attached by their Path: " + file.name()
                        + " is none, and would be lost with this process");
    }

    static Reply read(JsonNode json) {
        List<String> assignees = new ArrayList<>();
        json.path("assignees").forEach(id -> assignees.add(id.asText()));
        Instant dueDate =
                json.has("dueDate") ? Instant.parse(json.path("dueDate").asText()) : null;
        List<User> mentioned = new ArrayList<>();
        json.path("mentioned").forEach(user -> mentioned.add(user(user)));
        List<Attachable> files = new ArrayList<>();
        json.path("files")
                .forEach(file -> files.add(new Attachable.InFile(
                        file.path("name").asText(),
                        file.path("type").asText(),
                        Path.of(file.path("path").asText()))));
        Reply.Text text = new Reply.Text(
                Reply.Format.valueOf(json.path("format").asText()),
                json.path("body").asText());
        return new Reply(
                Reply.Kind.valueOf(json.path("kind").asText()),
                json.path("title").asText(),
                text,
                new Reply.Assignment(assignees, dueDate),
                new Reply.Extras(mentioned, files, json.path("direct").asBoolean()));
    }

    private static User user(JsonNode json) {
        return new User(
                json.path("id").asText(),
                User.Kind.valueOf(json.path("kind").asText()),
                json.path("username").asText(),
                json.path("displayName").asText());
    }
}
