package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads on threads of its own, again until it succeeds. H2 reads through a channel that closes for everybody when a thread that
 * reads is interrupted, as a handler's may be.
 */
final class Reads {

    static final int THREADS = 2;

    private final Pool pool;
    private final Outage outage;
    private final ExecutorService threads;

    /** Something that is asked over a connection. */
    interface Query<T extends @Nullable Object> {
        T over(Connection connection) throws SQLException;
    }

    Reads(Pool pool, Outage outage, String bot) {
        this.pool = pool;
        this.outage = outage;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, bot + "-store-read");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T extends @Nullable Object> T read(Query<T> query) {
        try {
            return Unit.await(CompletableFuture.supplyAsync(() -> insist(query), threads));
        } catch (RejectedExecutionException e) {
            throw new StoreException("The store is closed", e);
        }
    }

    private <T extends @Nullable Object> T insist(Query<T> query) {
        for (int tries = 1; ; tries++) {
            try (Connection connection = pool.take()) {
                T answer = query.over(connection);
                outage.over();
                return answer;
            } catch (SQLException e) {
                if (!outage.waitAfter(e, tries)) {
                    throw new StoreException("The store was closed while its database was away");
                }
            }
        }
    }

    /** Takes no more. */
    void close() {
        threads.shutdown();
    }
}
