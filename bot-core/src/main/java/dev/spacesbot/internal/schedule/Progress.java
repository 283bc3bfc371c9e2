package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spacesbot.internal.session.Values;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a handler that runs by time has come, as kept in the store: everything up to that time is done with. Of several
 * processes that share a store the one that moves it runs the handler.
 */
final class Progress {

    /** The form that this program writes; newer ones it cannot read. */
    private static final int VERSION = 1;

    /** Clocks of machines that share a store differ; what is further ahead comes from a clock that was wrong. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final Store store;
    private final String key;
    private final Rhythm rhythm;

    Progress(Store store, String key, Rhythm rhythm) {
        this.store = store;
        this.key = key;
        this.rhythm = rhythm;
    }

    /** Whether a time has passed with nobody there. At the very first start there is nothing to miss, and it is noted as such. */
    boolean hasMissed(Instant now) {
        Optional<Entry> entry = store.find(key, now);
        Optional<Instant> upTo = entry.flatMap(kept -> upTo(kept, now));
        if (upTo.isEmpty()) {
            move(entry, now, now);
            return false;
        }
        return upTo.flatMap(rhythm::next).filter(next -> !next.isAfter(now)).isPresent();
    }

    /** Claims what is due at that time; false where somebody has it already. */
    boolean claim(Instant due, Instant now) {
        Optional<Entry> entry = store.find(key, now);
        boolean free = entry.flatMap(kept -> upTo(kept, now))
                .flatMap(rhythm::next)
                .map(next -> !next.isAfter(due))
                .orElse(true);
        return free && move(entry, due, now);
    }

    private boolean move(Optional<Entry> before, Instant upTo, Instant now) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("version", VERSION)
                .put("upTo", upTo.toString())
                .toString();
        Entry next = before.map(entry -> entry.withJson(json)).orElseGet(() -> Entry.of(key, json));
        return store.apply(List.of(new Change.Put(next)), now);
    }

    private Optional<Instant> upTo(Entry entry, Instant now) {
        try {
            JsonNode json = Values.parse(entry.json());
            if (json.path("version").asInt() == VERSION) {
                return Optional.of(Instant.parse(json.path("upTo").asText()))
                        .filter(upTo -> !upTo.isAfter(now.plus(CLOCKS_DIFFER)));
            }
            log.error("{} has the version {}, and this program reads {}", key, json.path("version"), VERSION);
        } catch (JsonProcessingException | DateTimeException e) {
            log.error(
                    "{} cannot be read, and begins anew: {}", key, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }
}
