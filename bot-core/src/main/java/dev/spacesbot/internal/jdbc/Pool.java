package dev.spacesbot.internal.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.spacesbot.config.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A few connections: one for what is written, the others for what is read. Safe for use by several threads. */
final class Pool implements AutoCloseable {

    /** One of them is the writer's for good. */
    private static final int CONNECTIONS = 1 + Reads.THREADS;

    private static final long WAIT_MILLIS = 3_000;

    private final HikariDataSource source;

    private Pool(HikariDataSource source) {
        this.source = source;
    }

    /** Opens one connection, and throws what the driver throws where there is none to be had. */
    static Pool open(Storage storage, Dialect dialect, String bot) throws SQLException {
        try {
            return new Pool(new HikariDataSource(configuration(storage, dialect, bot)));
        } catch (RuntimeException e) {
            SQLException cause = Failures.cause(e);
            throw cause == null ? new SQLException(e) : cause;
        }
    }

    private static HikariConfig configuration(Storage storage, Dialect dialect, String bot) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(bot + "-store");
        config.setJdbcUrl(dialect.url(storage));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        // One try, and then the failure: whether to try again is decided by whoever opens.
        config.setInitializationFailTimeout(1);
        if (storage.user() != null) {
            config.setUsername(storage.user());
        }
        if (storage.password() != null) {
            config.setPassword(storage.password().value());
        }
        if (dialect == Dialect.POSTGRESQL) {
            // What the address says of these counts before this.
            config.addDataSourceProperty("ApplicationName", Holder.current());
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("socketTimeout", "30");
            config.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return config;
    }

    /** A connection that commits each statement; given back by closing it. */
    Connection take() throws SQLException {
        return source.getConnection();
    }

    /** Ends a connection for good. */
    void discard(Connection connection) {
        source.evictConnection(connection);
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
