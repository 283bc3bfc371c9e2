package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
        json.putObject("text")
                .put("format", reply.text().format().name())
                .put("source", reply.text().source());
        ObjectNode assignment = json.putObject("assignment");
        reply.assignment().assignees().forEach(assignment.putArray("assignees")::add);
        Instant dueDate = reply.assignment().dueDate();
        if (dueDate != null) {
            assignment.put("dueDate", dueDate.toString());
        }
        ObjectNode extras =
                json.putObject("extras").put("direct", reply.extras().direct());
        ArrayNode mentioned = extras.putArray("mentioned");
        reply.extras().mentioned().forEach(user -> mentioned.add(UserJson.write(user)));
        ArrayNode files = extras.putArray("files");
        reply.extras().attachments().forEach(file -> files.add(file(file)));
        return json;
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
        return new Reply(
                Reply.Kind.valueOf(json.path("kind").asText()),
                json.path("title").asText(),
                text(json.path("text")),
                assignment(json.path("assignment")),
                extras(json.path("extras")));
    }

    private static Reply.Text text(JsonNode json) {
        return new Reply.Text(
                Reply.Format.valueOf(json.path("format").asText()),
                json.path("source").asText());
    }

    private static Reply.Assignment assignment(JsonNode json) {
        List<String> assignees = new ArrayList<>();
        json.path("assignees").forEach(id -> assignees.add(id.asText()));
        return new Reply.Assignment(
                assignees,
                json.has("dueDate") ? Instant.parse(json.path("dueDate").asText()) : null);
    }

    private static Reply.Extras extras(JsonNode json) {
        List<User> mentioned = new ArrayList<>();
        json.path("mentioned").forEach(user -> mentioned.add(UserJson.read(user)));
        List<Attachable> files = new ArrayList<>();
        json.path("files")
                .forEach(file -> files.add(new Attachable.InFile(
                        file.path("name").asText(),
                        file.path("type").asText(),
                        Path.of(file.path("path").asText()))));
        return new Reply.Extras(mentioned, files, json.path("direct").asBoolean());
    }
}
