package dev.spacesbot.internal.guard;

import dev.spacesbot.event.SpaceEvent;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops two bots that answer each other: who got too many answers in a space within a minute gets none there for the next one.
 * Reckoned by the times at which they wrote, so that whoever wrote much while the bot was away is answered all the same. Safe
 * for use by several threads.
 */
public final class LoopGuard {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(LoopGuard.class);

    private final int most;
    private final Recent<Talk> talks = new Recent<>(MINUTE.multipliedBy(2), true);

    /** What one sender got in one space. */
    private static final class Talk {

        private Instant begun = Instant.EPOCH;
        private Instant silentUntil = Instant.MIN;
        private int answers;
    }

    /** So many answers within a minute are fine; 0 for any number. */
    public LoopGuard(int most) {
        this.most = most;
    }

    /** Whether an event is to be left without an answer. */
    public synchronized boolean silences(SpaceEvent event, Instant now) {
        return most > 0 && at(event, now).isBefore(talk(event, now).silentUntil);
    }

    /** An event was answered. */
    public synchronized void answered(SpaceEvent event, Instant now) {
        if (most == 0) {
            return;
        }
        Instant at = at(event, now);
        Talk talk = talk(event, now);
        // What is read late from the history may be from long before.
        if (Duration.between(talk.begun, at).abs().compareTo(MINUTE) > 0) {
            talk.begun = at;
            talk.answers = 0;
        }
        talk.answers++;
        if (talk.answers > most) {
            talk.silentUntil = at.plus(MINUTE);
            talk.answers = 0;
            log.warn(
                    "{} got more than {} answers within a minute in space {}, as bots do that answer each other: none for a"
                            + " minute",
                    event.sender().id(),
                    most,
                    event.space().id());
        }
    }

    private Talk talk(SpaceEvent event, Instant now) {
        return talks.get(event.space().id() + " " + event.sender().id(), now, Talk::new);
    }

    /** Where the service does not tell, it is now. */
    private static Instant at(SpaceEvent event, Instant now) {
        return event.created().equals(Instant.EPOCH) ? now : event.changed();
    }
}
