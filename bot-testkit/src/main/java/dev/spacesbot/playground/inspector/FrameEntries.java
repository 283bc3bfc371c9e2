package dev.spacesbot.playground.inspector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.WireFrame;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Shows frames to the inspector: whole, without tokens, and what they say. */
public final class FrameEntries {

    private static final Pattern TOKEN = Pattern.compile("([?&]token=)[^&,]*");
    private static final String EVENT = "42/chat,";
    private static final int MOST = 40_000;

    private final Inspector inspector;
    private final Predicate<EmulatedUser> isBot;

    /** {@code isBot} tells whose frames are a bot's. */
    public FrameEntries(Inspector inspector, Predicate<EmulatedUser> isBot) {
        this.inspector = inspector;
        this.isBot = isBot;
    }

    /** Shows a frame. */
    public void tell(WireFrame frame) {
        ObjectNode entry = Json.object()
                .put("direction", frame.fromClient() ? "out" : "in")
                .put("text", Excerpt.of(TOKEN.matcher(frame.text()).replaceAll("$1***"), MOST));
        EmulatedUser user = frame.user();
        if (user != null) {
            entry.put("user", user.id()).put("name", user.displayName()).put("bot", isBot.test(user));
        }
        if (frame.text().startsWith(EVENT)) {
            read(frame.text().substring(EVENT.length()), entry);
        }
        inspector.tell("frame", entry);
    }

    private static void read(String json, ObjectNode entry) {
        try {
            JsonNode event = Json.read(json);
            JsonNode payload = event.path(1);
            String space = payload.path("topicId")
                    .asText(payload.path("channel").path("_id").asText());
            entry.put("event", event.path(0).asText()).put("space", space);
            if (json.length() < MOST) {
                entry.set("payload", payload);
            }
        } catch (JsonProcessingException e) {
            entry.put("event", "not JSON");
        }
    }
}
