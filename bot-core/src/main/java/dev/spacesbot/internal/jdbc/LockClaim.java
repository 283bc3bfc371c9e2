package dev.spacesbot.internal.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * PostgreSQL's lock by number, which a session has until it ends. The session is the one that writes, so nothing can be written
 * without it.
 */
final class LockClaim implements Claim {

    private static final String HOLDER = "SELECT a.application_name, a.client_addr, a.backend_start"
            + " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
            + " JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
            + " AND ((l.classid::bigint << 32) | l.objid::bigint) = ?";

    private final String bot;
    private final long number;

    LockClaim(String bot) {
        this.bot = bot;
        this.number = number("spacesbot/" + bot);
    }

    private static long number(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void tieTo(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            lock.setLong(1, number);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new Taken("the bot '" + bot + "' runs there already" + holder(connection));
                }
            }
        }
    }

    private String holder(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(HOLDER)) {
            ask.setLong(1, number);
            try (ResultSet row = ask.executeQuery()) {
                return row.next()
                        ? ": " + row.getString(1) + " (address " + row.getString(2) + ", connected since "
                                + row.getString(3) + ")"
                        : "";
            }
        }
    }

    @Override
    public void close() {
        // It ends with the session.
    }
}
