package dev.spacesbot.internal.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's lock by number, which a session has until it ends. The session is the one that writes, so nothing can be written
 * without it.
 */
final class LockClaim implements Claim {

    /** The server gives a session up, and its lock, where nothing answers for 25 seconds; else that would take hours. */
    private static final String NOTICE_SILENCE =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static final String SESSION = "SELECT a.pid, a.backend_start, a.application_name, a.client_addr"
            + " FROM pg_stat_activity a WHERE a.pid = ";
    private static final String OWN = SESSION + "pg_backend_pid()";
    private static final String HOLDER = SESSION + "(SELECT l.pid FROM pg_locks l"
            + " JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
            + " AND ((l.classid::bigint << 32) | l.objid::bigint) = ?)";

    private final String bot;
    private final long number;
    private @Nullable Session own;

    /** A session of the server. Both numbers and the time tell it apart for good. */
    private record Session(
            int pid,
            String since,
            String application,
            @Nullable String address) {

        boolean is(@Nullable Session other) {
            return other != null && pid == other.pid && since.equals(other.since);
        }
    }

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
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_SILENCE);
        }
        if (!lock(connection)) {
            throw refusal(connection);
        }
        try (PreparedStatement ask = connection.prepareStatement(OWN)) {
            own = session(ask);
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            lock.setLong(1, number);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private SQLException refusal(Connection connection) throws SQLException {
        Session holder;
        try (PreparedStatement ask = connection.prepareStatement(HOLDER)) {
            ask.setLong(1, number);
            holder = session(ask);
        }
        if (holder != null && holder.is(own)) {
            // The server has not noticed yet that this connection was lost.
            end(connection, holder);
            return new SQLException("the session that was lost is being ended", "08006");
        }
        String who = holder == null
                ? ""
                : ": " + holder.application() + " (address " + holder.address() + ", connected since " + holder.since()
                        + ")";
        return new Taken("the bot '" + bot + "' runs there already" + who);
    }

    private static void end(Connection connection, Session session) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("SELECT pg_terminate_backend(?)")) {
            end.setInt(1, session.pid());
            end.execute();
        }
    }

    private static @Nullable Session session(PreparedStatement ask) throws SQLException {
        try (ResultSet row = ask.executeQuery()) {
            return row.next()
                    ? new Session(
                            row.getInt(1),
                            String.valueOf(row.getString(2)),
                            String.valueOf(row.getString(3)),
                            row.getString(4))
                    : null;
        }
    }

    @Override
    public void close() {
        // It ends with the session.
    }
}
