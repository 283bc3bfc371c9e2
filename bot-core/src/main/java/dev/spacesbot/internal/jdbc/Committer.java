package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what waits, many units in one transaction: while one is written, the next ones gather. One thread runs it, for as long
 * as the store is open.
 */
final class Committer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);
    private static final long IDLE = TimeUnit.SECONDS.toNanos(10);
    private static final long PURGE_EVERY = TimeUnit.SECONDS.toNanos(60);
    private static final int PURGE_MOST = 1_000;

    /** Tries that follow at once where another process came between. */
    private static final int AT_ONCE = 3;

    private final Waiting waiting;
    private final Writer writer;
    private final Outage outage;
    private final Storage storage;
    private volatile List<Unit> current = List.of();
    private volatile long latest = Long.MIN_VALUE;
    private long purged = System.nanoTime();

    Committer(Waiting waiting, Writer writer, Outage outage, Storage storage) {
        this.waiting = waiting;
        this.writer = writer;
        this.outage = outage;
        this.storage = storage;
    }

    /** The latest time that anybody came with, in nanoseconds: what had expired by then is gone. */
    long latest() {
        return latest;
    }

    @Override
    public void run() {
        try {
            List<Unit> group = waiting.take(IDLE);
            while (group != null) {
                current = group;
                settle(group);
                group.forEach(waiting::through);
                if (System.nanoTime() - purged > PURGE_EVERY) {
                    purge();
                }
                group = waiting.take(IDLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            giveUp();
            writer.disconnect();
        }
    }

    /** Fails what was not made, and takes no more. */
    void giveUp() {
        waiting.close();
        abandon(current);
        abandon(waiting.drain());
    }

    private static void abandon(List<Unit> units) {
        StoreException closed = new StoreException("The store was closed before this was kept");
        long lost = units.stream().filter(unit -> unit.fail(closed)).count();
        if (lost > 0) {
            log.warn("{} changes were not kept: the store was closed while its database was away", lost);
        }
    }

    private static boolean isRace(Throwable e) {
        return e instanceof SQLException told && Failures.isRace(told);
    }

    private void settle(List<Unit> group) {
        for (int tries = 1; ; tries++) {
            try {
                make(group);
                outage.over();
                return;
            } catch (SQLException | RuntimeException | OutOfMemoryError e) {
                writer.disconnect();
                if (e instanceof SQLException told && Failures.isMistake(told)) {
                    settleApart(group, told);
                    return;
                }
                boolean again = isRace(e) && tries <= AT_ONCE;
                if (!again && !outage.waitAfter(e, tries)) {
                    abandon(group);
                    return;
                }
            }
        }
    }

    private void make(List<Unit> group) throws SQLException {
        if (group.isEmpty()) {
            writer.check();
            return;
        }
        List<Boolean> answers = writer.make(group);
        for (int i = 0; i < answers.size(); i++) {
            Unit unit = group.get(i);
            latest = Math.max(latest, Row.nanos(unit.now()));
            unit.answer(answers.get(i));
        }
    }

    /** One of them holds what the database does not take; the others need not suffer for it. */
    private void settleApart(List<Unit> group, SQLException mistake) {
        if (group.size() > 1) {
            group.forEach(unit -> settle(List.of(unit)));
            return;
        }
        String text = storage.shownUrl() + " does not take this: " + Failures.text(mistake, storage);
        log.warn("{}", text);
        StoreException failure = new StoreException(text);
        for (Unit unit : group) {
            boolean unused = unit.fail(failure);
        }
    }

    private void purge() {
        try {
            int count = latest == Long.MIN_VALUE ? 0 : writer.purge(latest, PURGE_MOST);
            if (count < PURGE_MOST) {
                purged = System.nanoTime();
            }
        } catch (SQLException e) {
            // Nothing waits for it; the next change finds out whether the database is away.
            log.debug("What has expired stays for now: {}", Failures.text(e, storage));
            writer.disconnect();
            purged = System.nanoTime();
        }
    }
}
