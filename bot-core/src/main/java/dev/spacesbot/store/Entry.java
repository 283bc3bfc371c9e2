package dev.spacesbot.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something kept. A value: the methods that change something return another one.
 *
 * @param key what it is found by, at most 200 characters
 * @param revision 0 for what is not kept yet; 1 when it is first kept, and one more each time it is replaced
 * @param json what is kept; its meaning, and the version of its form, are the writer's business
 * @param expires when it is no longer there, or null for never
 * @param due when {@link Store#soonest} shall tell of it, or null for never
 */
public record Entry(
        String key,
        long revision,
        String json,
        @Nullable Instant expires,
        @Nullable Instant due) {

    /** Something that is not kept yet, neither expiring nor due. */
    public static Entry of(String key, String json) {
        return new Entry(key, 0, json, null, null);
    }

    /** The same with another text. */
    public Entry withJson(String json) {
        return new Entry(key, revision, json, expires, due);
    }

    /** The same, there until then; null for always. */
    public Entry expiring(@Nullable Instant expires) {
        return new Entry(key, revision, json, expires, due);
    }

    /** The same, due then; null for never. */
    public Entry due(@Nullable Instant due) {
        return new Entry(key, revision, json, expires, due);
    }

    /** The same as it is once kept: one revision on. */
    public Entry kept() {
        return new Entry(key, revision + 1, json, expires, due);
    }
}
