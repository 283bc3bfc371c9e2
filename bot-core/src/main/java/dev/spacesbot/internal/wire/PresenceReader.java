package dev.spacesbot.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code PRESENCE_EVENT_RESPONSE}. The role in it is passed over: whoever sends presence writes it, so that nothing may
 * be built upon it.
 */
public final class PresenceReader {

    private PresenceReader() {}

    /**
     * Reads a presence object.
     *
     * @param arrived when it came; the service does not say when it was
     * @return empty where it tells of nobody's coming, going or typing; such as an answer to somebody who has just come in
     * @throws MalformedEventException where the space or the sender is missing
     */
    public static Optional<Presence> read(JsonNode json, Instant arrived) {
        JsonNode content = json.path("content");
        Kind kind = kind(Json.text(json, "category"), content);
        // One that is for some alone answers somebody who has just come in: whoever sends it was there before.
        if (kind == null || (kind == Kind.ENTERED && !json.path("receivers").isEmpty())) {
            return Optional.empty();
        }
        // One of the vendor's own samples puts the id inside the content.
        String outside = Json.text(json, "topicId");
        String spaceId = outside.isEmpty() ? Json.text(content, "topicId") : outside;
        User sender = EventReader.user(json.path("sender"));
        if (spaceId.isEmpty() || sender.id().isEmpty()) {
            throw new MalformedEventException((spaceId.isEmpty() ? "topicId" : "sender._id") + " is missing");
        }
        Space space = new Space(spaceId, Json.text(json, "topicTitle"), EventReader.spaceKind(json, "topicType"));
        Instant since = EventReader.instant(EventReader.first(content, json, "subscribeTime"));
        return Optional.of(new Presence(new Envelope("", space, sender, arrived, null, Change.CREATED), kind, since));
    }

    private static @Nullable Kind kind(String category, JsonNode content) {
        return switch (category) {
            case PresenceCategory.ONLINE -> content.path("offline").asBoolean(false) ? Kind.LEFT : Kind.ENTERED;
            case PresenceCategory.LEAVES -> Kind.LEFT;
            case PresenceCategory.TYPING -> Kind.TYPING;
            default -> null;
        };
    }
}
