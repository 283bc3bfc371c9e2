package dev.spacesbot.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came into a space, left it, or is typing there. The service keeps nothing of it: the envelope has an empty id, and
 * as its time that of arrival.
 *
 * @param envelope space, sender and time
 * @param kind what they did
 * @param since when they came in, as their program says; null where it does not
 */
public record Presence(
        Envelope envelope, Kind kind, @Nullable Instant since) implements SpaceEvent {

    /** What somebody can do without saying anything. */
    public enum Kind {
        /** Came in: opened the space. */
        ENTERED,
        /** Left, or lost the connection. They are still a member. */
        LEFT,
        /** Is typing; told again every few moments while they do. */
        TYPING
    }

    @Override
    public Presence in(Envelope envelope) {
        return new Presence(envelope, kind, since);
    }
}
