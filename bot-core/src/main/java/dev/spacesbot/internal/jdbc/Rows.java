package dev.spacesbot.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of one bot over one connection, as parts of a transaction. For one thread. */
final class Rows {

    private static final String COLUMNS = "e.entry_key, e.revision, e.json, e.expires, e.due";

    /** A join, since H2 would not look several keys up in an index otherwise. */
    private static final String READ = "SELECT " + COLUMNS
            + " FROM UNNEST(CAST(? AS VARCHAR ARRAY)) wanted(k) JOIN spacesbot_entry e ON e.entry_key = wanted.k"
            + " WHERE e.bot = ?";

    private static final String INSERT =
            "INSERT INTO spacesbot_entry (bot, entry_key, revision, json, expires, due) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE spacesbot_entry SET revision = ?, json = ?, expires = ?, due = ?"
            + " WHERE bot = ? AND entry_key = ? AND revision = ?";
    private static final String DELETE = "DELETE FROM spacesbot_entry WHERE bot = ? AND entry_key = ? AND revision = ?";
    private static final String EXPIRED =
            "SELECT entry_key, revision FROM spacesbot_entry WHERE bot = ? AND expires <= ? ORDER BY expires LIMIT ?";

    private final String bot;
    private final Connection connection;
    private final PreparedStatement read;
    private final PreparedStatement expired;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;

    /** Whether the statements in {@link #all()} hold something to be written. */
    private final boolean[] filled = new boolean[3];

    /** Another process changed a row that was read: what was planned must be planned again. */
    static final class Overtaken extends SQLException {

        Overtaken() {
            super("Another process changes the same rows");
        }
    }

    /** The statements are closed with the connection. */
    Rows(Connection connection, String bot) throws SQLException {
        this.connection = connection;
        this.bot = bot;
        this.read = connection.prepareStatement(READ);
        this.expired = connection.prepareStatement(EXPIRED);
        this.insert = connection.prepareStatement(INSERT);
        this.update = connection.prepareStatement(UPDATE);
        this.delete = connection.prepareStatement(DELETE);
    }

    /** What the table holds under these keys. */
    Map<String, Row> read(Collection<String> keys) throws SQLException {
        read.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
        read.setString(2, bot);
        Map<String, Row> found = new HashMap<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                found.put(Objects.requireNonNull(rows.getString(1)), row(rows));
            }
        }
        return found;
    }

    /** The row of a result whose columns are a key, a revision, a text and two times. */
    static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong(2),
                Objects.requireNonNull(rows.getString(3)),
                rows.getObject(4, Long.class),
                rows.getObject(5, Long.class));
    }

    void insert(String key, Row row) throws SQLException {
        insert.setString(1, bot);
        insert.setString(2, key);
        insert.setLong(3, row.revision());
        setContent(insert, 4, row);
        add(0);
    }

    void update(String key, long revision, Row row) throws SQLException {
        update.setLong(1, row.revision());
        setContent(update, 2, row);
        update.setString(5, bot);
        update.setString(6, key);
        update.setLong(7, revision);
        add(1);
    }

    void delete(String key, long revision) throws SQLException {
        delete.setString(1, bot);
        delete.setString(2, key);
        delete.setLong(3, revision);
        add(2);
    }

    /**
     * Deletes rows that have expired by then.
     *
     * @return how many, at most {@code most}
     */
    int deleteExpired(long nanos, int most) throws SQLException {
        expired.setString(1, bot);
        expired.setLong(2, nanos);
        expired.setInt(3, most);
        int count = 0;
        try (ResultSet rows = expired.executeQuery()) {
            for (; rows.next(); count++) {
                delete(Objects.requireNonNull(rows.getString(1)), rows.getLong(2));
            }
        }
        write();
        return count;
    }

    /** Writes everything that was told. */
    void write() throws SQLException {
        for (int i = 0; i < filled.length; i++) {
            if (filled[i]) {
                filled[i] = false;
                int[] counts = all().get(i).executeBatch();
                if (!Arrays.stream(counts).allMatch(count -> count == 1)) {
                    throw new Overtaken();
                }
            }
        }
    }

    /** Forgets what was told and not written. */
    void clear() throws SQLException {
        Arrays.fill(filled, false);
        for (PreparedStatement statement : all()) {
            statement.clearBatch();
        }
    }

    private List<PreparedStatement> all() {
        return List.of(insert, update, delete);
    }

    private void add(int statement) throws SQLException {
        all().get(statement).addBatch();
        filled[statement] = true;
    }

    private static void setContent(PreparedStatement statement, int first, Row row) throws SQLException {
        statement.setString(first, row.json());
        setLong(statement, first + 1, row.expires());
        setLong(statement, first + 2, row.due());
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }
}
