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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a reply is written that is said later. Its version is that of whatever is around it. */
public final class ReplyJson {

    /** How many bytes of a file that lies nowhere are kept. */
    private static final int SMALL = 256 * 1024;

    private ReplyJson() {}

    /**
     * A reply as JSON.
     *
     * @throws IllegalArgumentException where it has a file that does not lie on a disk
     */
    static ObjectNode write(Reply reply) {
        return write(reply, ReplyJson::kept);
    }

    /** A reply as JSON, with no more than the names of files that are streams, or large. */
    public static ObjectNode writeAll(Reply reply) {
        return write(reply, file -> whole(file).orElseGet(() -> named(file)));
    }

    private static ObjectNode write(Reply reply, Function<Attachable, ObjectNode> writer) {
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
        reply.extras().attachments().forEach(file -> files.add(writer.apply(file)));
        return json;
    }

    private static ObjectNode named(Attachable file) {
        return JsonNodeFactory.instance.objectNode().put("name", file.name()).put("type", file.mimeType());
    }

    /** With what brings it back; empty where nothing would. */
    private static Optional<ObjectNode> whole(Attachable file) {
        if (file instanceof Attachable.InFile inFile) {
            return Optional.of(named(file).put("path", inFile.path().toString()));
        }
        return file instanceof Attachable.InMemory inMemory && inMemory.size() <= SMALL
                ? Optional.of(named(file).put("content", inMemory.content()))
                : Optional.empty();
    }

    private static ObjectNode kept(Attachable file) {
        return whole(file)
                .orElseThrow(() -> new IllegalArgumentException(
                        "What is said later may have files that lie on a disk, and" + " small ones in memory: "
                                + file.name() + " is neither, and would be lost with this process"));
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException where it had a file that was not kept
     */
    public static Reply read(JsonNode json) {
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
        json.path("files").forEach(file -> files.add(file(file)));
        return new Reply.Extras(mentioned, files, json.path("direct").asBoolean());
    }

    private static Attachable file(JsonNode json) {
        String name = json.path("name").asText();
        String type = json.path("type").asText();
        if (json.has("path")) {
            return new Attachable.InFile(name, type, Path.of(json.path("path").asText()));
        }
        if (!json.has("content")) {
            throw new IllegalArgumentException(
                    "its file " + name + " came from a stream and was lost with the process that had it");
        }
        return new Attachable.InMemory(
                name, type, Base64.getDecoder().decode(json.path("content").asText()));
    }
}
