package dev.spacesbot.internal.journal;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the bot's business in a space begins. All times are those of the service.
 *
 * @param since everything before is none of it
 * @param unread from here on there may be what was never taken, though what came later was; null where nothing is left out
 */
record Bounds(Instant since, @Nullable Instant unread) {

    private static final Logger log = LoggerFactory.getLogger(Bounds.class);

    /** The service tells the times of messages in whole milliseconds. */
    Bounds {
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Nothing is left out. */
    static Bounds of(Instant since) {
        return new Bounds(since, null);
    }

    static Bounds read(Entry entry) {
        try {
            String unread = Form.read(entry, "unread");
            return new Bounds(
                    Instant.parse(Form.read(entry, "since")), unread.isEmpty() ? null : Instant.parse(unread));
        } catch (DateTimeException e) {
            log.error("{} cannot be read: everything that is in its history counts as handled", entry.key());
            return of(Instant.now());
        }
    }

    /** The change that keeps it, where nothing is kept of that space. */
    Change.Put put(String spacePart) {
        return new Change.Put(Entry.of(Keys.SPACE + spacePart, toJson()));
    }

    String toJson() {
        Map<String, String> fields = new TreeMap<>(Map.of("since", since.toString()));
        if (unread != null) {
            fields.put("unread", unread.toString());
        }
        return Form.of(fields);
    }
}
