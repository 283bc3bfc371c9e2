package dev.spacesbot.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event carries, whatever its kind.
 *
 * @param id the service's id of the message, task or post; empty for presence
 * @param space where it happened
 * @param sender who wrote it
 * @param created when, by the service's clock; the epoch where the service did not tell; the time of arrival for
 *     presence
 * @param modified when it was last changed, or null
 * @param change whether it is new or a change
 */
public record Envelope(
        String id,
        Space space,
        User sender,
        Instant created,
        @Nullable Instant modified,
        Change change) {

    /** The same envelope, marked as {@code change}. */
    public Envelope with(Change change) {
        return change == this.change ? this : new Envelope(id, space, sender, created, modified, change);
    }

    /** The same envelope, of what happened in {@code space}. */
    public Envelope in(Space space) {
        return new Envelope(id, space, sender, created, modified, change);
    }
}
