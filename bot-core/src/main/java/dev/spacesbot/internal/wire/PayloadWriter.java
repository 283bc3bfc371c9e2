package dev.spacesbot.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;

/** Writes the payloads of the events that a bot sends. */
public final class PayloadWriter {

    private PayloadWriter() {}

    /** The payload of {@code SEND_MESSAGE}. */
    public static ObjectNode sendMessage(Outgoing outgoing) {
        Outgoing.Content content = outgoing.content();
        ObjectNode payload = Json.object();
        payload.put("category", outgoing.category().wireName());
        payload.put("topicId", outgoing.spaceId());
        ObjectNode body = payload.putObject("content");
        body.put("bodyText", content.bodyText());
        if (outgoing.category() != Outgoing.Category.CHAT) {
            body.put("description", content.description());
            body.put("status", "pending");
            ArrayNode assignees = body.putArray("assignees");
            content.assignees().forEach(id -> assignees.addObject().put("_id", id));
            if (content.dueDate() != null) {
                body.put("dueDate", content.dueDate().toString());
            }
        }
        ArrayNode data = body.putArray("data");
        content.attachments().forEach(file -> data.add(attachment(file)));
        if (outgoing.parentId() != null) {
            payload.putObject("parentMsg").put("_id", outgoing.parentId());
        }
        ArrayNode mentions = Mentions.listed(content.bodyText(), content.description());
        if (!mentions.isEmpty()) {
            payload.set("mentions", mentions);
        }
        payload.put("loopbackMetadata", outgoing.loopback());
        return payload;
    }

    /** The payload of {@code SEND_PRESENCE_EVENT}. */
    public static ObjectNode presence(OutgoingPresence presence) {
        Presence.Kind kind = presence.kind();
        ObjectNode payload = Json.object();
        payload.put("category", PresenceCategory.of(kind));
        payload.put("topicId", presence.spaceId());
        ObjectNode content = payload.putObject("content");
        if (kind != Presence.Kind.TYPING) {
            // No receivers: it is for everybody.
            payload.putArray("receivers");
            content.put("desktop", false).put("idle", false).put("offline", kind == Presence.Kind.LEFT);
        }
        content.putObject("mediaSession");
        if (presence.userId() != null) {
            payload.put("userId", presence.userId());
        }
        return payload;
    }

    /** An element of {@code content.data}, as far as a client fills it in. */
    public static ObjectNode attachment(Attachment file) {
        return Json.object()
                .put("fileId", file.fileId())
                .put("fileSize", file.size())
                .put("fileType", kind(file.mimeType()))
                .put("name", file.name())
                .put("provider", "native")
                .put("providerFileType", file.mimeType());
    }

    /** The service knows these kinds, and the last is for everything else. */
    private static String kind(String mimeType) {
        String family = mimeType.substring(0, Math.max(0, mimeType.indexOf('/')));
        return switch (family) {
            case "image", "video", "audio" -> family;
            default -> "document";
        };
    }

    /** The payload of {@code SUBSCRIBE_CHANNEL}. */
    public static ObjectNode subscribe(SpaceRef space) {
        ObjectNode payload = channel(space.id());
        if (space.password() != null) {
            payload.withObject("channel").put("password", space.password());
        }
        return payload;
    }

    /** The payload of {@code UNSUBSCRIBE_CHANNEL}. */
    public static ObjectNode unsubscribe(String spaceId) {
        return channel(spaceId);
    }

    private static ObjectNode channel(String spaceId) {
        ObjectNode payload = Json.object();
        payload.putObject("channel").put("type", "topic").put("_id", spaceId);
        return payload;
    }
}
