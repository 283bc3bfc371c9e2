package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.journal.SpaceLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every event once: confirms the bot's own, drops repeats, tells changes from new things, and puts the rest into the
 * lanes. While it is not known what was said in a space before, and while a space's lane is full, its events are kept back, and
 * fetched from the history where they are too many. Safe for use by several threads.
 */
final class Intake {

    /** How many events of one space are kept back; the history has the others. */
    private static final int MOST_KEPT_BACK = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Handling handling;
    private final Outbox outbox;
    private final Attendance attendance;
    private final Identity identity;
    private final Journal journal;
    private final Map<String, KeptBack> keptBack = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private boolean closed;

    /** What is left of a space's history to be taken. */
    enum Rest {
        NOTHING,
        /** More, to be fetched now. */
        FETCH,
        /** More, to be fetched when there is room in its lane. */
        WAITS
    }

    /** What came of a space that has to wait. Guarded by the intake. */
    private static final class KeptBack {

        private final List<SpaceEvent> events = new ArrayList<>(0);
        private final long since = System.nanoTime();
        private boolean incomplete;

        /** Of which only the history knows all. */
        static KeptBack incomplete() {
            KeptBack rest = new KeptBack();
            rest.incomplete = true;
            return rest;
        }

        void add(SpaceEvent event) {
            incomplete |= events.size() == MOST_KEPT_BACK;
            if (!incomplete) {
                events.add(event);
            }
        }
    }

    Intake(Handling handling, Outbox outbox, Attendance attendance, Identity identity, Journal journal) {
        this.handling = handling;
        this.outbox = outbox;
        this.attendance = attendance;
        this.identity = identity;
        this.journal = journal;
    }

    /** A new connection. */
    synchronized void connected() {
        journal.connected();
        attendance.connected();
    }

    /** Takes no more new work; the bot's own messages are still confirmed. */
    synchronized void close() {
        closed = true;
    }

    /** Keeps the events of a space back from now on, until {@link #caughtUp}. */
    synchronized void keepBack(String spaceId) {
        left.remove(spaceId);
        keptBack.computeIfAbsent(spaceId, id -> new KeptBack());
    }

    /** How many spaces wait for what was said in them before. */
    synchronized int behind() {
        return keptBack.size();
    }

    /** For how long the one that waits longest has waited, by the machine's clock. */
    synchronized Duration behindFor() {
        long now = System.nanoTime();
        return Duration.ofNanos(keptBack.values().stream()
                .mapToLong(kept -> now - kept.since)
                .max()
                .orElse(0));
    }

    /** The bot has left a space on purpose. */
    synchronized void left(String spaceId) {
        left.add(spaceId);
        keptBack.remove(spaceId);
        journal.left(spaceId);
    }

    /**
     * Takes what was said in a space meanwhile, then what was kept back, and from now on what comes.
     *
     * @return what is left; where that is not nothing, the events of the space go on being kept back
     */
    synchronized Rest caughtUp(String spaceId, List<SpaceEvent> history) {
        KeptBack waiting = keptBack.remove(spaceId);
        List<SpaceEvent> came = waiting == null ? List.of() : waiting.events;
        Set<String> live = came.stream().map(SpaceEvent::id).collect(Collectors.toSet());
        List<SpaceEvent> all = new ArrayList<>(history);
        all.addAll(came);
        all.sort(Comparator.comparing(Intake::place));
        for (SpaceEvent event : all) {
            if (keptBack.containsKey(spaceId)) {
                // Its lane is full: the rest keeps its order, and is fetched again.
                return Rest.WAITS;
            }
            take(event, !live.contains(event.id()));
        }
        if (waiting != null && waiting.incomplete) {
            return keptBack.putIfAbsent(spaceId, KeptBack.incomplete()) == null ? Rest.FETCH : Rest.WAITS;
        }
        return keptBack.containsKey(spaceId) ? Rest.WAITS : Rest.NOTHING;
    }

    /** Does something once all that was taken of a space is handled; leaves it out where its lane is full. */
    void afterwards(String spaceId, Runnable task) {
        handling.afterwards(spaceId, task);
    }

    /** Without a time, it has just come. */
    private static Instant place(SpaceEvent event) {
        return event.created().equals(Instant.EPOCH) ? Instant.MAX : event.changed();
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
        if (own && !(event instanceof Task)) {
            return;
        }
        KeptBack waiting = keptBack.get(event.space().id());
        if (waiting != null) {
            waiting.add(event);
        } else {
            take(event, false);
        }
    }

    /** Whether anybody wants to hear of presence. */
    boolean wantsPresence() {
        return attendance.wanted();
    }

    /** Presence has no id to know it again by, and nothing happens where one is missed. */
    private void present(Presence presence) {
        if (!closed && !left.contains(presence.space().id())) {
            attendance.heard(presence);
        }
    }

    /** Whether the bot itself said it; others change its tasks, so these are not its own alone. */
    boolean isOwnWord(SpaceEvent event) {
        return identity.is(event.sender()) && !(event instanceof Task);
    }

    /** {@code late} for what was found in the history and did not come as well. */
    private void take(SpaceEvent event, boolean late) {
        String spaceId = event.space().id();
        if (left.contains(spaceId)) {
            log.debug("An event of space {} comes after leaving and is dropped", spaceId);
            return;
        }
        boolean own = identity.is(event.sender());
        SpaceLog known = journal.of(event);
        if (isOwnWord(event)) {
            return;
        }
        SpaceEvent fresh = known.take(event);
        if (fresh == null) {
            log.debug("Message {} comes again and is dropped", event.id());
        } else if (own && fresh.change() == Change.CREATED && event.change() == Change.CREATED) {
            known.ignore(fresh);
        } else {
            // Others complete the bot's tasks too, and the service may go on naming the bot as the sender.
            handle(own ? fresh.in(fresh.envelope().with(Change.UPDATED)) : fresh, late, known);
        }
    }

    private void handle(SpaceEvent event, boolean late, SpaceLog known) {
        String spaceId = event.space().id();
        if (closed) {
            log.debug("Message {} comes while stopping and is left to the next start", event.id());
        } else if (!handling.take(event, late)) {
            // The history has it, for when there is room again.
            known.giveBack(event);
            if (keptBack.putIfAbsent(spaceId, KeptBack.incomplete()) == null) {
                log.warn("Space {} has too many messages waiting; those that come are fetched later", spaceId);
            }
        }
    }
}
