package dev.spacesbot.internal.schedule;

import dev.spacesbot.Reply;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what was put off when it is due. Of several processes that share a store one takes a reminder, by moving the time at
 * which it is due to {@link #LEASE} from now; where that process dies, another takes it then. Safe for use by several threads.
 */
public final class Reminders {

    /** How long a process may take before another takes over. */
    static final Duration LEASE = Duration.ofMinutes(15);

    /** How long to wait where the store fails. */
    static final Duration AGAIN = Duration.ofSeconds(10);

    /** How long to wait at most: other processes put things off as well, clocks are set, and machines sleep. */
    private static final Duration LOOK_AFTER = Duration.ofMinutes(10);

    private static final int AT_ONCE = 100;
    private static final long NUMBERS_A_MILLISECOND = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private final Store store;
    private final Timers timers;
    private final Executor background;
    private final Predicate<String> known;
    private final Taken taken = new Taken();
    private final AtomicLong number = new AtomicLong();
    private Timers.@Nullable Timer timer;
    private @Nullable Performer performer;
    private boolean looking;
    private boolean again;

    /**
     * Looks for what is due on {@code background}, since a store may wait.
     *
     * @param known whether there is an {@code @OnReminder} of that name
     */
    public Reminders(Store store, Timers timers, Executor background, Predicate<String> known) {
        this.store = store;
        this.timers = timers;
        this.background = background;
        this.known = known;
    }

    /** From now on, runs what is due; what fell due before, at once. */
    public void start(Performer performer) {
        synchronized (this) {
            this.performer = performer;
        }
        plan();
    }

    /** Begins nothing any more. What was taken and has not begun is left to the next start. */
    public void stop() {
        synchronized (this) {
            performer = null;
            cancelTimer();
        }
        taken.removeWaiting(space -> true).forEach(this::giveBack);
    }

    /** Something was put off: looks at what is due next. Does not wait. */
    public void plan() {
        synchronized (this) {
            if (performer == null) {
                return;
            }
            // One look at a time: what an older one saw must not be planned over what a newer one saw.
            again = looking;
            if (looking) {
                return;
            }
            looking = true;
        }
        background.execute(this::look);
    }

    Instant now() {
        return timers.now();
    }

    /** Greater than any before, and greater than those of processes before this one. */
    long nextNumber() {
        long atLeast = timers.now().toEpochMilli() * NUMBERS_A_MILLISECOND;
        return number.updateAndGet(before -> Math.max(before + 1, atLeast));
    }

    boolean knows(String name) {
        return known.test(name);
    }

    static String key(String id) {
        return "reminder/" + id;
    }

    /** What is kept under a key and has not begun; empty where there is nothing. */
    Optional<Entry> waiting(String key) {
        return taken.hasBegun(key) ? Optional.empty() : store.find(key, timers.now());
    }

    private void look() {
        do {
            lookOnce();
        } while (lookAgain());
    }

    private synchronized boolean lookAgain() {
        looking = again && performer != null;
        again = false;
        return looking;
    }

    private void lookOnce() {
        try {
            List<Entry> soonest = store.soonest(AT_ONCE);
            Instant now = timers.now();
            for (Entry entry : soonest) {
                Instant due = entry.due();
                if (due != null && due.isAfter(now)) {
                    planFor(Duration.between(now, due));
                    return;
                }
                take(entry, now);
            }
            if (soonest.isEmpty()) {
                planFor(LOOK_AFTER);
            } else {
                // Those that were taken are due later now, at the end of their lease; others may be due before.
                plan();
            }
        } catch (RuntimeException e) {
            log.error("What was put off cannot be read, next try in {} s: {}", AGAIN.toSeconds(), e.toString());
            planFor(AGAIN);
        }
    }

    private synchronized void planFor(Duration wait) {
        cancelTimer();
        if (performer != null) {
            timer = timers.after(wait.compareTo(LOOK_AFTER) < 0 ? wait : LOOK_AFTER, this::plan);
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void take(Entry entry, Instant now) {
        Entry leased = entry.due(now.plus(LEASE));
        if (!store.apply(List.of(new Change.Put(leased)), now)) {
            return;
        }
        if (taken.renew(leased.kept())) {
            return;
        }
        try {
            submit(ReminderJson.read(entry.json()), leased.kept());
        } catch (IllegalArgumentException e) {
            log.error("{} cannot be read and waits: {}", entry.key(), e.getMessage());
        }
    }

    private void submit(Reminder reminder, Entry entry) {
        String spaceId = reminder.space().id();
        Performer current;
        synchronized (this) {
            current = performer;
            if (current != null) {
                taken.add(entry, spaceId);
            }
        }
        if (current == null) {
            giveBack(entry);
        } else if (!current.submit(spaceId, () -> begin(current, reminder, entry.key()))) {
            log.error("Space {} has too many messages waiting; {} waits", spaceId, entry.key());
            taken.remove(entry.key());
        }
    }

    private @Nullable CompletionStage<?> begin(Performer current, Reminder reminder, String key) {
        if (!isKept(key)) {
            taken.remove(key);
            return null;
        }
        Entry entry = taken.begin(key).orElse(null);
        if (entry == null) {
            return null;
        }
        Change removal = new Change.Remove(entry);
        if (reminder.reply() != null) {
            say(current, reminder, reminder.reply(), removal);
            return null;
        }
        CompletionStage<?> rest = current.perform(reminder, removal);
        if (rest == null) {
            forget(key);
            return null;
        }
        return rest.whenComplete((done, error) -> forget(key));
    }

    private void say(Performer current, Reminder reminder, Reply reply, Change removal) {
        String key = removal.entry().key();
        try {
            // Nothing in the space has to wait until the service has it.
            var unused = current.say(reminder, reply, removal).whenComplete((done, error) -> forget(key));
        } catch (RuntimeException e) {
            log.error("{} waits for {} minutes: the store failed", key, LEASE.toMinutes(), e);
            taken.remove(key);
        }
    }

    /** Whether nobody has cancelled it since it was taken. */
    private boolean isKept(String key) {
        try {
            return store.find(key, timers.now()).isPresent();
        } catch (RuntimeException e) {
            log.error("{} waits for {} minutes: the store failed", key, LEASE.toMinutes(), e);
            return false;
        }
    }

    /** The bot has left a space, and what waited in its lane is forgotten: so are the reminders among it. */
    public void left(String spaceId) {
        taken.removeWaiting(spaceId::equals).forEach(this::remove);
    }

    private void forget(String key) {
        taken.remove(key).ifPresent(this::remove);
    }

    private void remove(Entry entry) {
        try {
            if (!store.apply(List.of(new Change.Remove(entry)), timers.now())) {
                // Its lease was renewed in the very moment, or somebody has cancelled it.
                store.find(entry.key(), timers.now())
                        .ifPresent(now -> store.apply(List.of(new Change.Remove(now)), timers.now()));
            }
        } catch (RuntimeException e) {
            log.error("{} may be said twice: the store failed", entry.key(), e);
        }
    }

    /** Whoever comes next shall not have to wait for the end of the lease. */
    private void giveBack(Entry entry) {
        try {
            store.apply(List.of(new Change.Put(entry.due(timers.now()))), timers.now());
        } catch (RuntimeException e) {
            log.error("{} waits for {} minutes: the store failed", entry.key(), LEASE.toMinutes(), e);
        }
    }
}
