package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Presence;
import dev.spacesbot.internal.people.RememberedPeople;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people's presence. Programs announce it again with everything that changes about somebody, such as a microphone: one
 * coming is told once. Safe for use by several threads.
 */
final class Attendance {

    private static final int REMEMBERED = 10_000;

    private static final Logger log = LoggerFactory.getLogger(Attendance.class);

    private final RememberedPeople people;
    private final Identity identity;
    private final Supplier<Set<Presence.Kind>> handled;
    private final Predicate<Presence> handling;
    private final Map<Key, State> seen = new Recent();

    /** {@code handled} is what handlers want to hear of; {@code handling} takes it, or has no room for it. */
    Attendance(
            RememberedPeople people,
            Identity identity,
            Supplier<Set<Presence.Kind>> handled,
            Predicate<Presence> handling) {
        this.people = people;
        this.identity = identity;
        this.handled = handled;
        this.handling = handling;
    }

    /** Whether anybody wants to hear of presence. */
    boolean wanted() {
        return !handled.get().isEmpty() || people.wantsPresence();
    }

    /** A new connection. What became of people meanwhile can be told of those alone whose programs say since when they are there. */
    synchronized void connected() {
        seen.values().removeIf(state -> state.since() == null);
    }

    /** Takes what came from the service. */
    void heard(Presence presence) {
        people.heard(presence);
        // A bot that does not know who it is would welcome itself.
        boolean own = identity.get() == null || identity.is(presence.sender());
        if (!own && isNews(presence) && handled.get().contains(presence.kind()) && !handling.test(presence)) {
            log.debug(
                    "Presence in space {} is dropped: too much of it waits",
                    presence.space().id());
        }
    }

    private synchronized boolean isNews(Presence presence) {
        if (presence.kind() == Presence.Kind.TYPING) {
            return true;
        }
        boolean there = presence.kind() == Presence.Kind.ENTERED;
        Key key = new Key(presence.space().id(), presence.sender().id());
        State before = seen.put(key, new State(there, presence.since()));
        return before == null || before.there() != there || (there && isLater(presence.since(), before.since()));
    }

    /** Whoever has two programs open is announced by both. */
    private static boolean isLater(@Nullable Instant since, @Nullable Instant before) {
        return since != null && before != null && since.isAfter(before);
    }

    private record Key(String spaceId, String userId) {}

    private record State(boolean there, @Nullable Instant since) {}

    private static final class Recent extends LinkedHashMap<Key, State> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, State> eldest) {
            return size() > REMEMBERED;
        }
    }
}
