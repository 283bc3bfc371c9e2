package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything written, as the JSON objects that the wire shows. An object never changes: an update puts a new one with the
 * same id in its place. Used under the model's lock.
 */
final class MessageLog {

    /** So that an emulator that runs for days does not fill the memory. */
    private static final int KEPT_A_SPACE = 10_000;

    private static final Set<String> CATEGORIES = Set.of("chat", "task", "idea");

    /** What the server fills in, whatever the client said. */
    private static final List<String> OWN_FIELDS =
            List.of("_id", "sender", "created", "modified", "topicTitle", "topicType", "chatCount", "loopbackMetadata");

    private final Ids ids;
    private final FileStore files;
    private final Map<String, ObjectNode> byId = new HashMap<>();
    private final Map<String, Deque<String>> bySpace = new HashMap<>();

    MessageLog(Ids ids, FileStore files) {
        this.ids = ids;
        this.files = files;
    }

    /** A message object as clients send it; the texts as HTML. */
    static ObjectNode draft(String category, String bodyText, String description) {
        ObjectNode message = Json.object().put("category", category);
        message.putObject("content").put("bodyText", bodyText).put("description", description);
        return message;
    }

    /** Adds what somebody sent to a space, and returns it as everybody sees it. */
    ObjectNode add(EmulatedSpace space, EmulatedUser sender, JsonNode sent, Instant now) {
        String category = Json.text(sent, "category");
        if (!CATEGORIES.contains(category)) {
            throw Declined.invalid("category must be chat, task or idea.");
        }
        JsonNode content = sent.path("content");
        if (!content.path("bodyText").isTextual()) {
            throw Declined.invalid("content.bodyText must be a text.");
        }
        ObjectNode message = Json.object();
        message.put("_id", ids.next()).put("category", category);
        sent.properties().forEach(field -> {
            if (!OWN_FIELDS.contains(field.getKey())) {
                message.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        message.put("topicId", space.id());
        message.put("topicTitle", space.title());
        message.put("topicType", space.kind().name().toLowerCase(Locale.ROOT));
        fillContent((ObjectNode) message.path("content"), category, sender, now);
        message.set("sender", sender.asSender());
        message.put("created", Times.text(now)).putNull("modified").put("chatCount", 0);
        if (!message.path("mentions").isArray()) {
            message.putArray("mentions");
        }
        keep(space.id(), message);
        countComments(message, 1);
        return message;
    }

    private void fillContent(ObjectNode content, String category, EmulatedUser sender, Instant now) {
        if (!content.path("data").isArray()) {
            content.putArray("data");
        }
        files.describe(content.path("data"));
        if (!content.has("description")) {
            content.put("description", "");
        }
        if (category.equals("task") && !content.hasNonNull("status")) {
            content.put("status", "pending");
        }
        content.put("cid", sender.id()).put("startTime", Times.text(now));
        content.putNull("endTime").putNull("virtualEndTime").put("mediaMode", "audio");
        content.putArray("recordings");
    }

    private void keep(String spaceId, ObjectNode message) {
        String id = Json.text(message, "_id");
        Deque<String> order = bySpace.computeIfAbsent(spaceId, space -> new ArrayDeque<>());
        order.addLast(id);
        byId.put(id, message);
        if (order.size() > KEPT_A_SPACE) {
            byId.remove(order.removeFirst());
        }
    }

    private void countComments(ObjectNode message, int more) {
        ObjectNode parent = byId.get(Json.text(message.path("parentMsg"), "_id"));
        if (parent != null) {
            ObjectNode counted = parent.deepCopy();
            counted.put("chatCount", parent.path("chatCount").asInt() + more);
            byId.put(Json.text(parent, "_id"), counted);
        }
    }

    /**
     * Puts fields of the content in place of the old ones. The sender becomes whoever made the change; {@code content.cid}
     * stays with the author.
     *
     * @param basis the {@code modified} that the editor saw; null where it did not say
     */
    ObjectNode edit(EmulatedUser editor, String id, JsonNode changes, @Nullable Instant basis, Instant now) {
        ObjectNode old = required(id);
        Instant last = lastChange(old);
        if (basis != null && basis.isBefore(last)) {
            throw new Declined(
                    Declined.BAD_REQUEST, "message.outdated", "Somebody else changed it meanwhile: read it again.");
        }
        ObjectNode edited = old.deepCopy();
        ObjectNode content = (ObjectNode) edited.path("content");
        String author = Json.text(content, "cid");
        changes.properties()
                .forEach(field -> content.set(field.getKey(), field.getValue().deepCopy()));
        if (!content.path("bodyText").isTextual()) {
            throw Declined.invalid("content.bodyText must be a text.");
        }
        content.put("cid", author);
        edited.set("sender", editor.asSender());
        edited.put("modified", timeOfChange(last, now));
        byId.put(id, edited);
        return edited;
    }

    /** Forgets a message; returns what is left to tell of it. */
    ObjectNode remove(EmulatedUser remover, String id, Instant now) {
        ObjectNode old = required(id);
        ObjectNode left = old.deepCopy();
        left.withObject("content").put("bodyText", "").put("description", "").putArray("data");
        left.set("sender", remover.asSender());
        left.put("modified", timeOfChange(lastChange(old), now)).put("deleted", true);
        byId.remove(id);
        bySpace.getOrDefault(Json.text(old, "topicId"), new ArrayDeque<>()).remove(id);
        countComments(old, -1);
        return left;
    }

    /** Later than the last change also in the milliseconds that the wire shows. */
    private static String timeOfChange(Instant last, Instant now) {
        Instant next = last.plusMillis(1);
        return Times.text(now.isBefore(next) ? next : now);
    }

    /** When it was created or last changed. */
    static Instant lastChange(JsonNode message) {
        return Objects.requireNonNull(Times.read(lastChangeText(message)), "the emulator's own times can be read");
    }

    /** The same as the wire shows it; such texts are in the order of their times. */
    static String lastChangeText(JsonNode message) {
        String modified = Json.text(message, "modified");
        return modified.isEmpty() ? Json.text(message, "created") : modified;
    }

    ObjectNode required(String id) {
        ObjectNode message = byId.get(id);
        if (message == null) {
            throw new Declined(Declined.NOT_FOUND, "message.not.found", "There is no message with this id.");
        }
        return message;
    }

    /** What was written in a space, in the order of creation. */
    List<ObjectNode> in(String spaceId) {
        return bySpace.getOrDefault(spaceId, new ArrayDeque<>()).stream()
                .map(this::required)
                .toList();
    }

    /** The same to keep. */
    List<ObjectNode> copiesOf(String spaceId) {
        return in(spaceId).stream().map(ObjectNode::deepCopy).toList();
    }
}
