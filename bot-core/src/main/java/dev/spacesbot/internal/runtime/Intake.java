package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every event once: confirms the bot's own, drops repeats, tells changes from new things, and puts the rest into the
 * lanes. Safe for use by several threads.
 */
final class Intake {

    /** How many messages are remembered: repeats come soon after. */
    private static final int REMEMBERED = 20_000;

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Handling handling;
    private final Outbox outbox;
    private final Attendance attendance;
    private final Predicate<String> left;
    private final Map<Key, Version> seen = new Recent();
    private final Identity identity;
    private boolean closed;

    /** {@code left} tells whether the bot has left a space. */
    Intake(Handling handling, Outbox outbox, Attendance attendance, Identity identity, Predicate<String> left) {
        this.handling = handling;
        this.outbox = outbox;
        this.attendance = attendance;
        this.identity = identity;
        this.left = left;
    }

    /**
     * A new connection. A service that was restarted may have begun to count anew: where it does not tell when a message was
     * created, an old id says nothing any more.
     */
    synchronized void connected() {
        seen.values().removeIf(version -> version.created().equals(Instant.EPOCH));
        attendance.connected();
    }

    /** Takes no more new work; the bot's own messages are still confirmed. */
    synchronized void close() {
        closed = true;
    }

    /** Takes an event as it came from the service. */
    synchronized void received(SpaceEvent event, @Nullable String loopback) {
        if (event instanceof Presence presence) {
            present(presence);
            return;
        }
        boolean echo = loopback != null && outbox.confirm(event, loopback);
        if (echo && identity.get() == null) {
            // The service would not say who we are; what it says of our own message tells.
            identity.set(event.sender());
        }
        boolean own = echo || identity.is(event.sender());
        if (!echo && event instanceof Message message && (own || identity.get() == null)) {
            // A bot that does not know who it is would answer itself for ever.
            own |= outbox.confirmByText(message);
        }
        String spaceId = event.space().id();
        if (left.test(spaceId)) {
            log.debug("An event of space {} comes after leaving and is dropped", spaceId);
            return;
        }
        SpaceEvent fresh = fresh(event);
        if (fresh == null) {
            log.debug("Message {} comes again and is dropped", event.id());
        } else if (!own || isChangeOfOwnTask(fresh)) {
            handle(fresh);
        }
    }

    /** Whether anybody wants to hear of presence. */
    boolean wantsPresence() {
        return attendance.wanted();
    }

    /** Presence has no id to know it again by, and nothing happens where one is missed. */
    private void present(Presence presence) {
        if (!closed && !left.test(presence.space().id())) {
            attendance.heard(presence);
        }
    }

    /** Others complete the bot's tasks too, and the service may go on naming the bot as the sender. */
    private static boolean isChangeOfOwnTask(SpaceEvent event) {
        return event instanceof Task && event.change() == Change.UPDATED;
    }

    /** The event, marked as a change where its id was there before; null where it was there just so, or newer. */
    private @Nullable SpaceEvent fresh(SpaceEvent event) {
        Instant modified = event.modified();
        Instant changed = modified == null || modified.equals(event.created()) ? Instant.MIN : modified;
        Key key = new Key(event.space().id(), event.id());
        Version before = seen.get(key);
        // A service that begins to count anew gives old ids to new messages; these were created at another time.
        if (before == null || !before.created().equals(event.created())) {
            seen.put(key, new Version(event.created(), changed));
            return event;
        }
        if (!changed.isAfter(before.changed())) {
            return null;
        }
        seen.put(key, new Version(event.created(), changed));
        return event.in(event.envelope().with(Change.UPDATED));
    }

    private void handle(SpaceEvent event) {
        if (closed) {
            log.debug("Message {} comes while stopping and is left to the next start", event.id());
        } else if (!handling.take(event)) {
            log.error(
                    "Space {} has too many messages waiting; {} is dropped",
                    event.space().id(),
                    event.id());
        }
    }

    private record Key(String spaceId, String id) {}

    private record Version(Instant created, Instant changed) {}

    /** The last ones, and the latest version of each. */
    private static final class Recent extends LinkedHashMap<Key, Version> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Version> eldest) {
            return size() > REMEMBERED;
        }
    }
}
