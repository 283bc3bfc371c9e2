package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens a database, for a while again and again where it may only be starting. */
final class Opening {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 500;

    private final Storage storage;
    private final String bot;
    private final Dialect dialect;
    private final Duration patience;

    Opening(Storage storage, String bot) {
        this(storage, bot, PATIENCE);
    }

    /** Gives a database that does not answer so long. */
    Opening(Storage storage, String bot, Duration patience) {
        this.storage = storage;
        this.bot = bot;
        this.dialect = Dialect.of(storage);
        this.patience = patience;
    }

    Opened open() {
        Claim claim;
        try {
            claim = Claim.of(storage, dialect, bot);
        } catch (IOException e) {
            throw refused(e, "Stop the other process, or give this bot another name or database.");
        }
        Pool pool = null;
        try {
            pool = connect();
            Writer writer = new Writer(pool, claim, dialect, bot);
            if (Schema.update(writer.connection(), pool.source(), storage)) {
                writer.settle();
            }
            return new Opened(pool, claim, writer);
        } catch (SQLException | RuntimeException e) {
            close(pool, claim);
            throw e instanceof StoreException told ? told : refused(e, advice(e));
        }
    }

    private Pool connect() throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return Pool.open(storage, dialect, bot);
            } catch (SQLException e) {
                if (!mayPass(e) || System.nanoTime() > end || !pause()) {
                    throw e;
                }
            }
        }
    }

    /** Whether it may be different in a moment: no connection, too many of them, just starting. */
    private static boolean mayPass(SQLException e) {
        String state = Failures.state(e);
        return state.startsWith("08") || state.startsWith("53") || state.equals("57P03");
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StoreException refused(Exception e, String advice) {
        return new StoreException(
                "The store " + storage.shownUrl() + " cannot be opened: " + Failures.text(e, storage) + ". " + advice);
    }

    private String advice(Exception e) {
        if (e instanceof SQLException told && Failures.isDamage(told)) {
            return "The file is damaged: put a copy of it in its place, or move it away, and the bot begins anew.";
        }
        if (e instanceof Claim.Taken) {
            return "Stop the other process, or give this bot another name or database.";
        }
        String tried = e instanceof SQLException told && mayPass(told)
                ? "It was tried for " + patience.toSeconds() + " seconds. "
                : "";
        return tried
                + (dialect == Dialect.H2
                        ? "Check that the file can be written and that no other program has it open, or name another in"
                                + " store.url."
                        : "Check that the server runs and can be reached from here, and store.url, store.user and"
                                + " store.password.");
    }

    private static void close(@Nullable Pool pool, Claim claim) {
        if (pool != null) {
            pool.close();
        }
        claim.close();
    }
}
