package dev.spacesbot.internal.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spacesbot.store.Entry;
import java.time.Instant;

/** What could not be brought to an end, with the reason; kept for people to look at. */
final class Parked {

    private static final int VERSION = 1;

    private Parked() {}

    static Entry entry(String key, String json, String reason, Instant when) {
        return Entry.of(
                Keys.PARKED + key,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", VERSION)
                        .put("reason", reason)
                        .put("when", when.toString())
                        .put("what", json)
                        .toString());
    }
}
