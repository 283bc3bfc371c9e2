package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The units that nobody has made yet, in their order. Safe for use by several threads, of which one takes. */
final class Waiting {

    /** How many make one transaction at most. */
    private static final int MOST = 256;

    /** How long what nobody waits for waits for company. */
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long the first of several waits for the others at most. */
    private static final long COMPANY = TimeUnit.MICROSECONDS.toNanos(1_000);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Unit> units = new ArrayDeque<>();
    /** How many units on their way, which nobody waits for, change a key. */
    private final Map<String, Integer> soon = new HashMap<>();

    private int urgent;
    private int lastUrgent;
    private long firstSoon;
    private boolean closed;

    /** Adds a unit; refuses where no more are taken. */
    void add(Unit unit) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreException("The store is closed");
            }
            if (units.size() == urgent) {
                firstSoon = System.nanoTime();
            }
            units.add(unit);
            if (unit.soon()) {
                keys(unit).forEach(key -> soon.merge(key, 1, Integer::sum));
            } else {
                urgent++;
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a change that nobody waited for, to a key like this, is still on its way. */
    boolean concerns(Predicate<String> key) {
        lock.lock();
        try {
            return soon.keySet().stream().anyMatch(key);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the keys of a unit that was taken. */
    void through(Unit unit) {
        if (unit.soon()) {
            lock.lock();
            try {
                keys(unit).forEach(key -> soon.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1));
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits for units that must be made, and takes them.
     *
     * @return none where none come for so long; null where none will come any more
     */
    @Nullable
    List<Unit> take(long idleNanos) throws InterruptedException {
        lock.lock();
        try {
            long idle = idleNanos;
            while (!closed && urgent == 0) {
                long left = units.isEmpty() ? idle : firstSoon + SOON - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                long rest = news.awaitNanos(left);
                idle = units.isEmpty() ? rest : idle;
            }
            gather();
            return closed && units.isEmpty() ? null : poll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where several waited last time, as many are likely to come again within a moment. One transaction for all of them costs
     * little more than one for the first.
     */
    private void gather() throws InterruptedException {
        int expected = Math.min(lastUrgent, MOST);
        long left = COMPANY;
        while (!closed && urgent > 0 && urgent < expected && left > 0) {
            left = news.awaitNanos(left);
        }
        lastUrgent = urgent;
    }

    /** Takes no more; those that are here can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all that are here, to be failed. */
    List<Unit> drain() {
        lock.lock();
        try {
            List<Unit> all = List.copyOf(units);
            units.clear();
            urgent = 0;
            return all;
        } finally {
            lock.unlock();
        }
    }

    private List<Unit> poll() {
        List<Unit> group = new ArrayList<>();
        while (group.size() < MOST && !units.isEmpty()) {
            Unit unit = units.remove();
            urgent -= unit.soon() ? 0 : 1;
            group.add(unit);
        }
        return group;
    }

    private static List<String> keys(Unit unit) {
        return unit.changes().stream()
                .map(Change::entry)
                .map(entry -> entry.key())
                .toList();
    }
}
