package dev.spacesbot.internal.journal;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.store.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the handling of one event has come. What an earlier process has done of it is not done again: handlers that were
 * through are passed over, and what the next one said before is not said twice. Used by one turn.
 */
public final class Receipt {

    private final SpaceLog log;
    private final SpaceEvent event;
    private final Journal journal;
    private int done;
    private int said;
    private int repeats;
    private int attempts;
    private boolean handled;
    private boolean kept;

    Receipt(SpaceLog log, SpaceEvent event, Journal journal) {
        this.log = log;
        this.event = event;
        this.journal = journal;
        Mark attempt = log.attempt(event);
        this.done = attempt == null ? 0 : attempt.done();
        this.said = attempt == null ? 0 : attempt.said();
        this.repeats = said;
        this.attempts = attempt == null ? 0 : attempt.attempts();
    }

    /** Whether the last process may have died of this event. */
    public boolean isSuspect() {
        return journal.suspects(event);
    }

    /** How often a process began with it as a suspect, and did not come to its end. */
    public int attempts() {
        return attempts;
    }

    /** Begins with a suspect; returns what is to be kept before. */
    public List<Change> attempt() {
        attempts++;
        return changes(false);
    }

    /** Nobody shall try it again: puts it where people can look at it. */
    public void park(String reason) {
        journal.park(log, event, reason);
    }

    /** How many handlers are through. */
    public int done() {
        return done;
    }

    /** Whether the next reply of the current handler was said before. */
    public boolean repeats() {
        if (repeats == 0) {
            return false;
        }
        repeats--;
        return true;
    }

    /** The current handler has said so much more, and goes on; returns what is to be kept of that. */
    public List<Change> said(int replies) {
        said += replies;
        return changes(false);
    }

    /** The current handler is through; returns what is to be kept of that. */
    public List<Change> through(boolean last) {
        done++;
        said = 0;
        repeats = 0;
        handled = last;
        return changes(last);
    }

    private List<Change> changes(boolean complete) {
        Change.Put put = journal.lasting() ? log.put(event, mark(complete)) : null;
        kept = put != null;
        List<Change> changes = new ArrayList<>(2);
        if (put != null) {
            changes.add(put);
        }
        return changes;
    }

    private Mark mark(boolean complete) {
        boolean update = event.change() == dev.spacesbot.event.Change.UPDATED;
        return new Mark(event.created(), event.changed(), update, complete, done, said, attempts);
    }

    /** What was to be kept is. */
    public void kept() {
        if (kept) {
            log.kept(event);
            kept = false;
        }
        if (handled) {
            finish();
        }
    }

    private void finish() {
        handled = false;
        journal.handled(log, event);
    }

    @Override
    public String toString() {
        return "Receipt[" + event.id() + ", " + done + " through, " + said + " said" + (handled ? ", handled]" : "]");
    }
}
