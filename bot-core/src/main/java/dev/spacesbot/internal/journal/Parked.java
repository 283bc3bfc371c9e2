package dev.spacesbot.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What could not be brought to an end; kept for a month, for people to look at.
 *
 * @param kind {@code reply} or {@code message}
 * @param spaceId where
 * @param reason why
 * @param when since when, by the service's clock; as it was written
 */
public record Parked(String kind, String spaceId, String reason, String when) {

    private static final int VERSION = 1;
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    static Entry entry(String key, String json, String reason, Instant when) {
        return Entry.of(
                        Keys.PARKED + key,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("version", VERSION)
                                .put("reason", reason)
                                .put("when", when.toString())
                                .put("what", json)
                                .toString())
                .expiring(when.plus(KEPT_FOR));
    }

    /** All that is kept, the latest first. May wait. */
    public static List<Parked> all(Store store, Instant now) {
        List<Parked> all = new ArrayList<>();
        for (Entry entry : store.all(Keys.PARKED, now)) {
            all.add(read(entry));
        }
        all.sort(Comparator.comparing(Parked::when).reversed());
        return all;
    }

    private static Parked read(Entry entry) {
        String kind = entry.key().startsWith(Keys.PARKED + Keys.REPLY) ? "reply" : "message";
        try {
            JsonNode json = Json.read(entry.json());
            String space = Json.text(Json.read(Json.text(json, "what")), "space");
            return new Parked(kind, space, Json.text(json, "reason"), Json.text(json, "when"));
        } catch (JsonProcessingException e) {
            return new Parked(kind, "", "it cannot be read", "");
        }
    }
}
