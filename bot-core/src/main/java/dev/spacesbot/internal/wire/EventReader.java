package dev.spacesbot.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the message object of the service, as {@code MESSAGE_SENT} and the REST lists have it, into events. Takes every
 * spelling that the service's documentation and programs show, and fields that are absent or null.
 */
public final class EventReader {

    /** A creation may carry a {@code modified} of its own, a moment after {@code created}. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    private static final List<String> MARKS_OF_DELETION = List.of("deleted", "isDeleted", "deletedAt", "deletedTime");

    private EventReader() {}

    /**
     * Reads a message object.
     *
     * @return empty where its category is none that a bot handles, and where it was deleted
     * @throws MalformedEventException where the id, the space, the sender or the content is missing
     */
    public static Optional<SpaceEvent> read(JsonNode json) {
        if (deleted(json)) {
            return Optional.empty();
        }
        String category = Json.text(json, "category");
        return switch (category) {
            case "chat" -> Optional.of(message(json));
            case "task" -> Optional.of(task(json));
            case "idea" -> Optional.of(post(json));
            default -> Optional.empty();
        };
    }

    /** How the service marks what was deleted is not known; these are the usual ways. A null or false means that it was not. */
    static boolean deleted(JsonNode json) {
        return MARKS_OF_DELETION.stream()
                .map(json::path)
                .anyMatch(mark -> mark.isTextual()
                        ? !mark.asText().isBlank() && !mark.asText().equals("false")
                        : mark.asBoolean(false));
    }

    private static Message message(JsonNode json) {
        JsonNode content = content(json);
        String html = Json.text(content, "bodyText");
        String parent = Json.text(json.path("parentMsg"), "_id");
        return new Message(
                envelope(json),
                Markup.plainText(html),
                html,
                mentions(json, html),
                attachments(content),
                parent.isEmpty() ? null : parent);
    }

    private static Task task(JsonNode json) {
        JsonNode content = content(json);
        return new Task(
                envelope(json),
                Markup.plainText(Json.text(content, "bodyText")),
                Markup.plainText(Json.text(content, "description")),
                status(first(content, json, "status")),
                assignees(first(content, json, "assignees")),
                instant(first(content, json, "dueDate")),
                attachments(content));
    }

    private static Post post(JsonNode json) {
        JsonNode content = content(json);
        String html = Json.text(content, "description");
        return new Post(
                envelope(json),
                Markup.plainText(Json.text(content, "bodyText")),
                Markup.plainText(html),
                html,
                attachments(content));
    }

    private static Envelope envelope(JsonNode json) {
        String id = required(json, "_id");
        Space space = new Space(required(json, "topicId"), Json.text(json, "topicTitle"), spaceKind(json, "topicType"));
        User sender = user(json.path("sender"));
        if (sender.id().isEmpty()) {
            throw new MalformedEventException("sender._id is missing");
        }
        Instant told = instant(json.path("created"));
        Instant created = told == null ? instant(json.path("content").path("startTime")) : told;
        Instant modified = instant(json.path("modified"));
        boolean update = created != null && modified != null && modified.isAfter(created.plus(SAME_MOMENT));
        return new Envelope(
                id,
                space,
                sender,
                created == null ? Instant.EPOCH : created,
                modified,
                update ? Change.UPDATED : Change.CREATED);
    }

    private static JsonNode content(JsonNode json) {
        JsonNode content = json.path("content");
        if (!content.isObject()) {
            throw new MalformedEventException("content is missing");
        }
        return content;
    }

    private static String required(JsonNode json, String field) {
        String value = Json.text(json, field);
        if (value.isEmpty()) {
            throw new MalformedEventException(field + " is missing");
        }
        return value;
    }

    /** Reads a sender, or the answer of {@code GET /users/me}; the id is empty where there is none. */
    public static User user(JsonNode json) {
        String username = Json.text(json, "username");
        String displayName = Json.text(json, "displayname");
        String type = Json.text(json, json.has("type") ? "type" : "aType");
        User.Kind kind = switch (type) {
            case "user", "" -> User.Kind.USER;
            case "anonymous" -> User.Kind.ANONYMOUS;
            default -> User.Kind.OTHER;
        };
        return new User(Json.text(json, "_id"), kind, username, displayName.isBlank() ? username : displayName);
    }

    /**
     * Reads somebody who belongs to a space, as the REST API lists them. A role that is not known counts as the least.
     *
     * @throws MalformedEventException where the id is missing
     */
    public static Member member(JsonNode json) {
        String username = Json.text(json, "username");
        String displayName = Json.text(json, "displayname");
        boolean guest = Json.text(json, "memberType").toLowerCase(Locale.ROOT).startsWith("anonymous");
        User user = new User(
                required(json, "member"),
                guest ? User.Kind.ANONYMOUS : User.Kind.USER,
                username,
                displayName.isBlank() ? username : displayName);
        Role role = switch (Json.text(json, "role").toLowerCase(Locale.ROOT)) {
            case "admin" -> Role.ADMIN;
            case "member" -> Role.MEMBER;
            default -> Role.GUEST;
        };
        return new Member(user, role);
    }

    /** Reads a space object of the REST API. */
    public static Space space(JsonNode json) {
        return new Space(required(json, "_id"), Json.text(json, "title"), spaceKind(json, "type"));
    }

    static Space.Kind spaceKind(JsonNode json, String field) {
        return switch (Json.text(json, field)) {
            case "direct" -> Space.Kind.DIRECT;
            case "personal" -> Space.Kind.PERSONAL;
            default -> Space.Kind.GROUP;
        };
    }

    /** Task fields stand inside {@code content}; some programs and tables have them at the top. */
    static JsonNode first(JsonNode inner, JsonNode outer, String field) {
        return inner.hasNonNull(field) ? inner.path(field) : outer.path(field);
    }

    private static Task.Status status(JsonNode status) {
        return switch (status.asText("").toLowerCase(Locale.ROOT)) {
            case "completed", "complete", "1" -> Task.Status.COMPLETED;
            default -> Task.Status.PENDING;
        };
    }

    private static List<String> assignees(JsonNode assignees) {
        List<String> ids = new ArrayList<>();
        for (JsonNode assignee : assignees) {
            String id = assignee.isTextual() ? assignee.asText() : Json.text(assignee, "_id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    /** The documentation says user ids, programs send {@code {id,type,title}}; the text itself may say more. */
    private static List<Mention> mentions(JsonNode json, String html) {
        List<Mention> mentions = new ArrayList<>(Markup.mentions(html));
        Set<String> known = new HashSet<>();
        mentions.forEach(mention -> known.add(mention.userId()));
        for (JsonNode mention : json.path("mentions")) {
            String id = mention.isTextual() ? mention.asText() : Json.text(mention, "id");
            if (!id.isEmpty() && known.add(id)) {
                mentions.add(new Mention(id, mention.isTextual() ? "" : Json.text(mention, "title")));
            }
        }
        return List.copyOf(mentions);
    }

    private static List<Attachment> attachments(JsonNode content) {
        JsonNode data = content.path("data");
        if (data.isEmpty()) {
            return List.of();
        }
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : data) {
            if (!file.isObject()) {
                continue;
            }
            attachments.add(new Attachment(
                    Json.text(file, "fileId"),
                    Json.text(file, "name"),
                    Json.text(file, "providerFileType"),
                    file.path("fileSize").asLong(0),
                    Json.text(file, "path")));
        }
        return List.copyOf(attachments);
    }

    static @Nullable Instant instant(JsonNode time) {
        String text = time.asText("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
