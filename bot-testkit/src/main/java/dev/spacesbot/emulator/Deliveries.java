package dev.spacesbot.emulator;

import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Brings emissions to sessions, in order, through whatever faults are switched on. Used under the model's lock. */
final class Deliveries {

    private final Turns turns;
    private final Timers timers;

    Duration delay = Duration.ZERO;
    int duplicates;
    Predicate<EmulatedUser> duplicated = user -> true;

    Deliveries(Turns turns, Timers timers) {
        this.turns = turns;
        this.timers = timers;
    }

    void send(Session session, Emission emission) {
        if (!emission.event().equals(Events.MESSAGE_SENT)) {
            release(session, emission);
        } else if (session.swapNext) {
            session.swapNext = false;
            session.swapped = emission;
        } else {
            sendMessage(session, emission);
        }
    }

    private void sendMessage(Session session, Emission emission) {
        release(session, emission);
        if (duplicates > 0 && duplicated.test(session.user())) {
            duplicates--;
            release(session, emission);
        }
        Emission earlier = session.swapped;
        if (earlier != null) {
            session.swapped = null;
            release(session, earlier);
        }
    }

    private void release(Session session, Emission emission) {
        if (delay.isZero() && session.delayed.isEmpty()) {
            post(session, emission);
            return;
        }
        Instant now = timers.now();
        Instant due = now.plus(delay);
        session.lastDue = due.isBefore(session.lastDue) ? session.lastDue : due;
        session.delayed.add(emission);
        timers.after(Duration.between(now, session.lastDue), () -> turns.run(() -> releaseOldest(session)));
    }

    private void releaseOldest(Session session) {
        Emission emission = session.delayed.poll();
        if (emission != null && session.open) {
            post(session, emission);
        }
    }

    private void post(Session session, Emission emission) {
        turns.post(session.mailbox, () -> session.peer.deliver(emission));
    }
}
