package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** The tables, in the form that this program knows. */
final class Schema {

    /** The number of the newest migration. */
    static final int VERSION = 1;

    /** Flyway's table. */
    static final String HISTORY = "spacesbot_history";

    /** What H2 and PostgreSQL say where a table is not there. */
    private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

    private Schema() {}

    /**
     * Makes the tables what this program knows. Flyway, whose classes alone take a quarter of a second, comes in only where
     * there is something to do.
     *
     * @return whether there was
     */
    static boolean update(Connection connection, DataSource source, Storage storage) throws SQLException {
        int found = version(connection);
        if (found > VERSION) {
            throw new StoreException("The database " + storage.shownUrl()
                    + " was written by a newer version of this program: its tables have version " + found
                    + ", and this program knows " + VERSION + ". Run the newer program, or name another database.");
        }
        if (found < VERSION) {
            Migration.run(source, Dialect.of(storage));
        }
        return found < VERSION;
    }

    /** The newest migration that was made; 0 for none. */
    private static int version(Connection connection) throws SQLException {
        String ask = "SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"success\" = TRUE AND \"version\" IS NOT NULL";
        int newest = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ask)) {
            while (rows.next()) {
                newest = Math.max(newest, rows.getInt(1));
            }
        } catch (SQLException e) {
            if (!NO_TABLE.contains(Failures.state(e))) {
                throw e;
            }
        }
        return newest;
    }
}
