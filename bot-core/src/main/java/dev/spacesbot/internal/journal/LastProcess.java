package dev.spacesbot.internal.journal;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the process before this one came to its end: where it did not in good order, an event that it was at may be to blame. */
final class LastProcess {

    static final String KEY = "process";

    private static final String AT_WORK = "at work";
    private static final Logger log = LoggerFactory.getLogger(LastProcess.class);

    private Entry entry = Entry.of(KEY, "");

    /** Until when events are suspects, by the service's clock: later ones the last process cannot have seen. */
    private volatile Instant suspectsUntil = Instant.MIN;

    /** This process follows one of which that is kept; returns what is to be kept of this one. */
    synchronized Change succeeded(Optional<Entry> before) {
        entry = before.orElse(entry);
        if (Form.read(entry, "state").equals(AT_WORK)) {
            log.warn("The last process did not come to its end in good order; what it was at is handled with care");
            suspectsUntil = Instant.MAX;
        }
        return state(AT_WORK);
    }

    /** This process ends in good order; returns what is to be kept of that. */
    synchronized Change ended() {
        return state("ended");
    }

    private Change state(String state) {
        Change change = new Change.Put(entry.withJson(Form.of("state", state)));
        entry = entry.kept();
        return change;
    }

    /** A new connection, at that time by the service's clock. */
    synchronized void connected(Instant now) {
        suspectsUntil = suspectsUntil.equals(Instant.MAX) ? now : suspectsUntil;
    }

    boolean suspects(SpaceEvent event) {
        return !event.changed().isAfter(suspectsUntil);
    }
}
