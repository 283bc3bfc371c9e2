package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.OutgoingPresence;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Shows nothing unless {@code on}. */
    TypingSign(boolean on, Pacer pacer, Subscriptions subscriptions, Identity identity, Timers timers) {
        this.on = on;
        this.pacer = pacer;
        this.subscriptions = subscriptions;
        this.identity = identity;
        this.timers = timers;
    }

    /** Runs a turn, and shows the sign in the space until it is done, where that is not soon. */
    @Nullable
    CompletionStage<?> during(String spaceId, Lanes.Turn turn) {
        if (!on) {
            return turn.run();
        }
        Running mine = new Running(spaceId, timers.now());
        running.add(mine);
        look(AFTER);
        CompletionStage<?> rest = null;
        try {
            rest = turn.run();
        } finally {
            if (rest == null) {
                running.remove(mine);
            }
        }
        return rest == null ? null : rest.whenComplete((done, error) -> running.remove(mine));
    }

    /** Looks after the running ones in a while, unless that will happen anyway. */
    private void look(Duration in) {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            timers.after(in, this::lookAfterAll);
        }
    }

    private void lookAfterAll() {
        Instant now = timers.now();
        Instant next = Instant.MAX;
        for (Running each : running) {
            if (!each.due.isAfter(now)) {
                show(each.spaceId);
                each.scheduleAfter(now);
            }
            next = each.due.isBefore(next) ? each.due : next;
        }
        running.removeIf(each -> each.due.equals(Instant.MAX));
        looking.set(false);
        // Also for one that began after the walk through all of them, and found that somebody was looking.
        if (!running.isEmpty()) {
            Duration wait = next.equals(Instant.MAX) ? AFTER : Duration.between(now, next);
            look(wait.compareTo(BETWEEN_LOOKS) < 0 ? BETWEEN_LOOKS : wait);
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

    /** A handler at work. Touched by whoever looks, one at a time. */
    private static final class Running {

        private final String spaceId;
        private final Instant began;
        private volatile Instant due;

        Running(String spaceId, Instant now) {
            this.spaceId = spaceId;
            this.began = now;
            this.due = now.plus(AFTER);
        }

        void scheduleAfter(Instant now) {
            Duration running = Duration.between(began, now);
            if (running.compareTo(AT_MOST_FOR) >= 0) {
                due = Instant.MAX;
            } else {
                due = now.plus(running.compareTo(OFTEN_FOR) < 0 ? EVERY : RARELY_EVERY);
            }
        }
    }
}
