package dev.spacesbot.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a space: a {@link Message}, a {@link Task} or a {@link Post}, new or changed; or somebody's
 * {@link Presence}.
 *
 * <p>Immutable. Titles and texts are plain text: markup stripped, entities decoded.
 */
public sealed interface SpaceEvent permits Message, Task, Post, Presence {

    /** What every event carries: its id, where and from whom it came, and when. */
    Envelope envelope();

    /** The same event in another envelope. */
    SpaceEvent in(Envelope envelope);

    /** The service's id of the message, task or post; an update carries the id of what it changes; empty for presence. */
    default String id() {
        return envelope().id();
    }

    /** The space it happened in; replies go there. */
    default Space space() {
        return envelope().space();
    }

    /** Who wrote it, or who it is about; for an update, as the service reports it. */
    default User sender() {
        return envelope().sender();
    }

    /** When it was created, by the service's clock; for presence, when it arrived. */
    default Instant created() {
        return envelope().created();
    }

    /** When it was last changed, or null where it never was. */
    default @Nullable Instant modified() {
        return envelope().modified();
    }

    /** When it was last changed, or created where it never was. */
    default Instant changed() {
        Instant modified = modified();
        return modified != null && modified.isAfter(created()) ? modified : created();
    }

    /** Whether it is new, or a change of something older. */
    default Change change() {
        return envelope().change();
    }
}
