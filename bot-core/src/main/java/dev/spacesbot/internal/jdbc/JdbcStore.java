package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * A store in a database, of which this process alone has the part of its bot. While the database is away, calls wait until it
 * is back or the store is closed.
 */
public final class JdbcStore implements Store {

    private static final long CLOSE_MILLIS = 10_000;
    private static final long RELEASE_MILLIS = 4_000;

    private final Opened opened;
    private final Queries queries;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Waiting waiting = new Waiting();
    private final Outage writing;
    private final Outage reading;
    private final Reads reads;
    private final Committer committer;
    private final Thread thread;

    private JdbcStore(Opened opened, Storage storage, String bot) {
        this.opened = opened;
        this.queries = new Queries(bot);
        this.writing = new Outage(storage, "written to", closing);
        this.reading = new Outage(storage, "read", closing);
        this.reads = new Reads(opened.pool(), reading, bot);
        this.committer = new Committer(waiting, opened.writer(), writing, storage);
        this.thread = new Thread(committer, bot + "-store");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Opens the database, brings its tables up to date and claims the part of the bot. Takes up to half a second where all is
     * well, and ten where the database does not answer.
     *
     * @throws StoreException where that cannot be done, with what was tried and what to do
     */
    public static JdbcStore open(Storage storage, String bot) {
        return new JdbcStore(new Opening(storage, bot).open(), storage, bot);
    }

    @Override
    public Optional<Entry> find(String key, Instant now) {
        seeSoon(key::equals);
        return reads.read(connection -> queries.find(connection, key, now));
    }

    @Override
    public List<Entry> all(String prefix, Instant now) {
        seeSoon(key -> key.startsWith(prefix));
        return reads.read(connection -> queries.all(connection, prefix, now));
    }

    @Override
    public List<Entry> soonest(int most) {
        seeSoon(key -> true);
        return reads.read(connection -> queries.soonest(connection, most, committer.latest()));
    }

    /** What was given to {@link #applySoon} is there for whoever reads afterwards. */
    private void seeSoon(Predicate<String> key) {
        if (waiting.concerns(key)) {
            boolean unused = apply(List.of(), Instant.MIN);
        }
    }

    @Override
    public boolean apply(List<Change> changes, Instant now) {
        Unit unit = Unit.of(changes, now, false);
        waiting.add(unit);
        return unit.await();
    }

    @Override
    public void applySoon(List<Change> changes, Instant now) {
        waiting.add(Unit.of(changes, now, true));
    }

    @Override
    public Optional<String> trouble() {
        return writing.reason().or(reading::reason);
    }

    @Override
    public void close() {
        waiting.close();
        boolean interrupted = false;
        try {
            // What waits for a database that is away is not waited for.
            thread.join(trouble().isPresent() ? 1 : CLOSE_MILLIS);
            closing.countDown();
            thread.join(RELEASE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        closing.countDown();
        committer.giveUp();
        reads.close();
        opened.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
