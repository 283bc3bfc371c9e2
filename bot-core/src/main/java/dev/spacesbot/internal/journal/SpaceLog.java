package dev.spacesbot.internal.journal;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of one space: which were taken and which are handled. Everything before {@link #from} is; of what came after that,
 * each is known by its id. All times are those of the service. Safe for use by several threads.
 */
public final class SpaceLog {

    /** How much later than a younger event an older one may come, or be seen in the history. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Of events without a time, of which nobody can say whether they are old, so many are remembered. */
    private static final int MOST_UNDATED = 1_000;

    /** While something is left unread, what is handled cannot be forgotten; so much at most. */
    private static final int MOST_SINCE_UNREAD = 20_000;

    /** One event in, at most so many out: what is remembered shrinks again after a rush. */
    private static final int FORGOTTEN_AT_ONCE = 2;

    private final String spacePart;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, Known> undated = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_UNDATED;
        }
    };
    private Instant since;
    private @Nullable Instant unread;
    private Instant upTo = Instant.EPOCH;

    /** Of the space with that {@link Keys#part part}, with nothing known yet. */
    SpaceLog(String spacePart, Bounds bounds) {
        this.spacePart = spacePart;
        this.since = bounds.since();
        this.unread = bounds.unread();
    }

    /** An event that is not long past. Guarded by the log. */
    private static final class Known {

        private final Instant created;
        private @Nullable Instant taken;
        private @Nullable Instant before;
        private @Nullable Instant handled;
        private @Nullable Mark attempt;
        private long revision;

        Known(Instant created) {
            this.created = created;
        }

        boolean isThrough() {
            return taken != null && taken.equals(handled);
        }
    }

    /** What was written or changed from here on may not be handled; everything before is, or is none of the bot's business. */
    public synchronized Instant from() {
        Instant behind = behind();
        return behind.isAfter(since) ? behind : since;
    }

    /** Nothing that is before this comes now that did not come before. */
    private Instant behind() {
        Instant behind = upTo.minus(OVERLAP);
        return unread != null && unread.isBefore(behind) ? unread : behind;
    }

    /** From now on, everything before this is none of the bot's business. */
    synchronized void skipTo(Instant time) {
        since = time;
    }

    /** What comes is taken, though what came before is not; returns false where that was so already. */
    synchronized boolean leaveUnread() {
        boolean first = unread == null;
        unread = first ? from() : unread;
        return first;
    }

    /** Whether something is left unread. */
    public synchronized boolean isUnread() {
        return unread != null;
    }

    /** Whether more came since something was left unread than is to be known by heart. */
    synchronized boolean isTooLongUnread() {
        return unread != null && known.size() > MOST_SINCE_UNREAD;
    }

    /** What was left unread is handled; returns false where nothing was. */
    synchronized boolean read() {
        boolean was = unread != null;
        unread = null;
        return was;
    }

    /** What is to be kept of it. */
    synchronized Bounds bounds() {
        return new Bounds(since, unread);
    }

    /** Whether {@link #take} would give it back. */
    public synchronized boolean isNews(SpaceEvent event) {
        Known before = of(event);
        return before == null || before.taken == null || event.changed().isAfter(before.taken);
    }

    /** The event, marked as a change where it was there before; null where it was there just so, or newer. */
    public synchronized @Nullable SpaceEvent take(SpaceEvent event) {
        Instant changed = event.changed();
        Known before = of(event);
        if (before == null) {
            Known fresh = new Known(event.created());
            fresh.taken = changed;
            map(event).put(Keys.part(event.id()), fresh);
            boolean old = event.created().isBefore(behind()) || event.created().isBefore(since.minus(OVERLAP));
            // What was written so long ago was handled, or is none of the bot's business; this is a change of it. What
            // was
            // written since is new here, however often it was changed before it came.
            return old ? event : marked(event, dev.spacesbot.event.Change.CREATED);
        }
        Instant taken = before.taken;
        if (taken != null && !changed.isAfter(taken)) {
            return null;
        }
        before.before = taken;
        before.taken = changed;
        return marked(event, taken == null ? dev.spacesbot.event.Change.CREATED : dev.spacesbot.event.Change.UPDATED);
    }

    /** Nothing is to be done about what {@link #take} gave, and nothing to be kept of it. */
    public synchronized void ignore(SpaceEvent event) {
        Known known = of(event);
        if (known != null) {
            known.handled = known.taken;
        }
    }

    /** What {@link #take} gave could not be kept, and is to come again. */
    public synchronized void giveBack(SpaceEvent event) {
        Known known = of(event);
        if (known != null) {
            known.taken = known.before;
            if (known.taken == null && known.revision == 0) {
                map(event).remove(Keys.part(event.id()));
            }
        }
    }

    private static SpaceEvent marked(SpaceEvent event, dev.spacesbot.event.Change change) {
        return event.in(event.envelope().with(change));
    }

    private Map<String, Known> map(SpaceEvent event) {
        return event.created().equals(Instant.EPOCH) ? undated : known;
    }

    /** A service that begins to count anew gives old ids to new messages; these were created at another time. */
    private @Nullable Known of(SpaceEvent event) {
        Known found = map(event).get(Keys.part(event.id()));
        return found == null || !found.created.equals(event.created()) ? null : found;
    }

    /**
     * A new connection. A service that was restarted may have begun to count anew: where it does not tell when a message was
     * created, an old id says nothing any more.
     */
    public synchronized void connected() {
        undated.clear();
    }

    /** What is kept of an event. */
    synchronized void restore(String idPart, Mark mark, long revision) {
        Known restored = new Known(mark.created());
        restored.revision = revision;
        if (mark.handled()) {
            restored.taken = mark.changed();
            restored.handled = mark.changed();
            upTo = mark.changed().isAfter(upTo) ? mark.changed() : upTo;
        } else {
            restored.attempt = mark;
            restored.taken = mark.update() ? mark.created() : null;
        }
        known.put(idPart, restored);
    }

    /** How far the handling of an event that was taken had come when a process ended; null where it had not begun. */
    synchronized @Nullable Mark attempt(SpaceEvent event) {
        Known of = of(event);
        Mark attempt = of == null ? null : of.attempt;
        return attempt != null && attempt.changed().equals(event.changed()) ? attempt : null;
    }

    /** The change that keeps a mark; null where the service does not tell the event's time, so that it will not come again. */
    synchronized Change.@Nullable Put put(SpaceEvent event, Mark mark) {
        Known of = of(event);
        if (of == null || map(event) == undated) {
            return null;
        }
        Entry entry = new Entry(key(event), of.revision, mark.toJson(), null, null);
        return new Change.Put(entry);
    }

    /** What the mark of an event is found by. */
    String key(SpaceEvent event) {
        return Keys.handled(spacePart, Keys.part(event.id()));
    }

    /** The mark is kept. */
    synchronized void kept(SpaceEvent event) {
        Known of = of(event);
        if (of != null) {
            of.revision++;
        }
    }

    /**
     * An event is handled. {@code now} is the service's time: what claims to be later than that must not hide what is not.
     *
     * @return the marks that say nothing any more
     */
    synchronized List<Change> handled(SpaceEvent event, Instant now) {
        Known of = of(event);
        if (of == null) {
            return List.of();
        }
        of.handled = event.changed();
        of.attempt = null;
        Instant sensible = now.plus(OVERLAP);
        Instant changed = event.changed().isAfter(sensible) ? sensible : event.changed();
        upTo = changed.isAfter(upTo) ? changed : upTo;
        if (map(event) == known) {
            // The youngest at the end, so that the oldest are found at the beginning.
            String part = Keys.part(event.id());
            known.remove(part);
            known.put(part, of);
        }
        return forgotten();
    }

    private List<Change> forgotten() {
        List<Change> removals = new ArrayList<>(0);
        Iterator<Map.Entry<String, Known>> oldest = known.entrySet().iterator();
        Instant behind = behind();
        for (int i = 0; i < FORGOTTEN_AT_ONCE && oldest.hasNext(); i++) {
            Map.Entry<String, Known> next = oldest.next();
            Known old = next.getValue();
            if (!old.isThrough() || !behind.isAfter(old.handled)) {
                break;
            }
            oldest.remove();
            if (old.revision > 0) {
                String key = Keys.handled(spacePart, next.getKey());
                removals.add(new Change.Remove(new Entry(key, old.revision, "", null, null)));
            }
        }
        return removals;
    }
}
