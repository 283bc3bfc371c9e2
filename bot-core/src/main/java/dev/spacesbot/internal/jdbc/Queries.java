package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is asked outside of transactions. */
final class Queries {

    private static final String SELECT =
            "SELECT entry_key, revision, json, expires, due FROM spacesbot_entry WHERE bot = ? AND ";

    private final String bot;

    Queries(String bot) {
        this.bot = bot;
    }

    Optional<Entry> find(Connection connection, String key, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(connection, "entry_key = ?")) {
            statement.setString(2, key);
            return entries(statement, now).stream().findFirst();
        }
    }

    List<Entry> all(Connection connection, String prefix, Instant now) throws SQLException {
        String common = Range.under(prefix);
        String condition = common.isEmpty() ? "entry_key >= ?" : "entry_key >= ? AND entry_key < ?";
        try (PreparedStatement statement = prepare(connection, condition)) {
            statement.setString(2, common);
            if (!common.isEmpty()) {
                statement.setString(3, Range.end(common));
            }
            // In Java's order: databases have orders of their own for letters beyond the first 65,536.
            return entries(statement, now).stream()
                    .filter(entry -> entry.key().startsWith(prefix))
                    .sorted(Comparator.comparing(Entry::key))
                    .toList();
        }
    }

    List<Entry> soonest(Connection connection, int most, long now) throws SQLException {
        String condition = "due >= ? AND (expires IS NULL OR expires > ?) ORDER BY due, entry_key LIMIT ?";
        try (PreparedStatement statement = prepare(connection, condition)) {
            // Says the same as 'is not null', but as a range, so that H2 does not walk through all that are never due.
            statement.setLong(2, Long.MIN_VALUE);
            statement.setLong(3, now);
            statement.setInt(4, most);
            return entries(statement, Instant.MIN);
        }
    }

    private PreparedStatement prepare(Connection connection, String condition) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SELECT + condition);
        statement.setString(1, bot);
        return statement;
    }

    private static List<Entry> entries(PreparedStatement statement, Instant now) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Row row = Rows.row(rows);
                if (!row.hasExpired(now)) {
                    entries.add(row.entry(Objects.requireNonNull(rows.getString(1))));
                }
            }
        }
        return entries;
    }

    /**
     * The keys that begin with a prefix, as a range. H2 compares the 16-bit units of a text and PostgreSQL its UTF-8; both agree
     * where the range's ends differ below the surrogates. So a prefix that ends otherwise is asked for by what is before that.
     */
    private static final class Range {

        static String under(String prefix) {
            int end = prefix.length();
            while (end > 0 && prefix.charAt(end - 1) >= Character.MIN_SURROGATE - 1) {
                end--;
            }
            return prefix.substring(0, end);
        }

        static String end(String under) {
            int last = under.length() - 1;
            return under.substring(0, last) + (char) (under.charAt(last) + 1);
        }
    }
}
