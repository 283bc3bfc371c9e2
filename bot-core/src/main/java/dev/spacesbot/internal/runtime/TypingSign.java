package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.OutgoingPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Shows that the bot is typing while a handler takes longer than people like to wait without a sign. One timer for all
 * handlers that run, and none while none does. Safe for use by several threads.
 */
final class TypingSign {

    static final Duration AFTER = Duration.ofMillis(700);

    /** The others see it for about two seconds. */
    private static final Duration EVERY = Duration.ofMillis(1500);

    private static final Duration OFTEN_FOR = Duration.ofSeconds(10);
    private static final Duration RARELY_EVERY = Duration.ofSeconds(10);
    private static final Duration AT_MOST_FOR = Duration.ofMinutes(5);

    /** Many handlers that are slow together are looked after together. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final boolean on;
    private final Pacer pacer;
    private final Subscriptions subscriptions;
    private final Identity identity;
    private final Timers timers;
    private final Map<String, Space> spaces = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Shows nothing unless {@code on}. */
    TypingSign(boolean on, Pacer pacer, Subscriptions subscriptions, Identity identity, Timers timers) {
        this.on = on;
        this.pacer = pacer;
        this.subscriptions = subscriptions;
        this.identity = identity;
        this.timers = timers;
    }

    /**
     * Runs a turn, and shows the sign in the space until it is done, where that is not soon. A space has one turn at a time.
     */
    @Nullable
    CompletionStage<?> during(String spaceId, Lanes.Turn turn) {
        if (!on) {
            return turn.run();
        }
        Space space = space(spaceId);
        space.began = timers.now();
        look(AFTER);
        CompletionStage<?> rest = null;
        try {
            rest = turn.run();
        } finally {
            if (rest == null) {
                space.began = null;
            }
        }
        return rest == null ? null : rest.whenComplete((done, error) -> space.began = null);
    }

    private Space space(String id) {
        Space known = spaces.get(id);
        return known == null ? spaces.computeIfAbsent(id, Space::new) : known;
    }

    /** Looks after all spaces in a while, unless that will happen anyway. */
    private void look(Duration in) {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            timers.after(in, this::lookAfterAll);
        }
    }

    private void lookAfterAll() {
        Instant now = timers.now();
        Instant next = Instant.MAX;
        for (Space space : spaces.values()) {
            Instant due = space.due();
            if (!due.isAfter(now)) {
                show(space.id);
                due = space.shown(now);
            }
            next = due.isBefore(next) ? due : next;
        }
        looking.set(false);
        // Also for a turn that began behind this walk, and saw that somebody was looking.
        if (!next.equals(Instant.MAX)) {
            Duration wait = Duration.between(now, next);
            look(wait.compareTo(BETWEEN_LOOKS) < 0 ? BETWEEN_LOOKS : wait);
        } else if (spaces.values().stream().anyMatch(Space::isNew)) {
            look(AFTER);
        }
    }

    private void show(String spaceId) {
        pacer.submitIfSpare(() -> {
            Connection connection = subscriptions.connectionTo(spaceId);
            User self = identity.get();
            if (connection != null) {
                connection.presence(
                        new OutgoingPresence(spaceId, Presence.Kind.TYPING, self == null ? null : self.id()));
            }
            return connection != null;
        });
    }

    /** A space, and the turn that it has. Looked after by one thread at a time. */
    private static final class Space {

        private final String id;

        /** When the turn began; null while there is none. Written by the turn. */
        private volatile @Nullable Instant began;

        /** The beginning of the turn that {@link #due} is about; of an earlier one where it is not {@link #began}. */
        private Instant known = Instant.MIN;

        private Instant due = Instant.MAX;

        Space(String id) {
            this.id = id;
        }

        /** When to show the sign next; never where no turn takes long. */
        Instant due() {
            Instant start = began;
            if (start == null) {
                return Instant.MAX;
            }
            if (!start.equals(known)) {
                known = start;
                due = start.plus(AFTER);
            }
            return due;
        }

        /** Whether there is a turn that nobody has looked after. */
        boolean isNew() {
            Instant start = began;
            return start != null && !start.equals(known);
        }

        /** The sign was shown; returns when to show it next. */
        Instant shown(Instant now) {
            Duration running = Duration.between(known, now);
            if (running.compareTo(AT_MOST_FOR) >= 0) {
                due = Instant.MAX;
            } else {
                due = now.plus(running.compareTo(OFTEN_FOR) < 0 ? EVERY : RARELY_EVERY);
            }
            return due;
        }
    }
}
