package dev.spacesbot.internal.journal;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The last message of the bot in each space of which it is known that it arrived. Safe for use by several threads. */
final class LastSaid {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Takes what earlier processes kept. */
    void restore(List<Entry> kept) {
        kept.forEach(entry -> entries.put(entry.key().substring(Keys.SAID.length()), entry));
    }

    /** The last one in a space; null where none is known. */
    @Nullable
    String in(String spaceId) {
        Entry last = entries.get(Keys.part(spaceId));
        return last == null ? null : Form.read(last, "id");
    }

    /** One has arrived; returns what is to be kept of that. */
    Change arrived(String spaceId, String messageId) {
        Entry before = entries.get(Keys.part(spaceId));
        String json = Form.of("id", messageId);
        Entry last = before == null ? Entry.of(Keys.said(spaceId), json) : before.withJson(json);
        entries.put(Keys.part(spaceId), last.kept());
        return new Change.Put(last);
    }
}
