package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes units, over the one connection that writes. For one thread. */
final class Writer {

    private static final int PATIENCE_SECONDS = 5;
    private static final long FLUSH_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Pool pool;
    private final Claim claim;
    private final Dialect dialect;
    private final String bot;
    private @Nullable Connection connection;
    private @Nullable Rows rows;

    /** What was being committed when the connection was lost: made or not, nobody knows before it is looked up. */
    private @Nullable Plan uncertain;

    private long flushed = System.nanoTime();
    private boolean unflushed;

    Writer(Pool pool, Claim claim, Dialect dialect, String bot) {
        this.pool = pool;
        this.claim = claim;
        this.dialect = dialect;
        this.bot = bot;
    }

    /** The connection, which has the claim; another one where it was lost. */
    Connection connection() throws SQLException {
        Connection known = connection;
        if (known == null) {
            known = pool.take();
            connection = known;
            claim.tieTo(known);
        }
        return known;
    }

    /**
     * Makes units in one transaction, or those of them that fit.
     *
     * @return for each of them whether it was made
     */
    List<Boolean> make(List<Unit> units) throws SQLException {
        List<String> keys = units.stream()
                .flatMap(unit -> unit.changes().stream())
                .map(Change::entry)
                .map(entry -> entry.key())
                .distinct()
                .toList();
        Rows rows = rows();
        Plan before = uncertain;
        if (before != null && before.isMade(rows.read(before.keys()))) {
            uncertain = null;
            return before.answers();
        }
        Plan plan = new Plan(units, rows.read(keys));
        plan.write(rows);
        rows.write();
        uncertain = plan;
        commit();
        uncertain = null;
        return plan.answers();
    }

    /** Deletes some rows that have expired; tells how many. */
    int purge(long nanos, int most) throws SQLException {
        int count = rows().deleteExpired(nanos, most);
        commit();
        return count;
    }

    /** Throws where the connection is lost or cannot be had. */
    void check() throws SQLException {
        if (!connection().isValid(PATIENCE_SECONDS)) {
            throw new SQLException("The connection does not answer any more", "08006");
        }
        flush();
    }

    /** Gives up the connection, and the claim with it. */
    void disconnect() {
        Connection lost = connection;
        connection = null;
        rows = null;
        if (lost != null) {
            pool.discard(lost);
        }
    }

    private Rows rows() throws SQLException {
        Connection current = connection();
        Rows known = rows;
        if (known == null) {
            current.setAutoCommit(false);
            known = new Rows(current, bot);
            rows = known;
        }
        return known;
    }

    private void commit() throws SQLException {
        Connection current = connection();
        current.commit();
        if (dialect == Dialect.H2) {
            // H2 writes what is committed a moment later, unless told to: what is in the file outlives the process.
            execute(current, "CHECKPOINT");
            unflushed = true;
            if (System.nanoTime() - flushed > FLUSH_EVERY) {
                flush();
            }
        }
    }

    /** To the disk what others have committed: where that is full a moment later, there shall at least be tables. */
    void settle() throws SQLException {
        unflushed = dialect == Dialect.H2;
        flush();
    }

    /** To the disk itself, now and then, so that the file can be read even after the power was lost. */
    private void flush() throws SQLException {
        if (unflushed) {
            execute(connection(), "CHECKPOINT SYNC");
            unflushed = false;
            flushed = System.nanoTime();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
