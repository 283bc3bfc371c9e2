package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** That a bot's entries are this process's alone, as long as it has it. */
interface Claim extends AutoCloseable {

    /** The claim that goes with a database; a file is claimed at once. */
    static Claim of(Storage storage, Dialect dialect, String bot) throws IOException {
        return dialect == Dialect.H2 ? FileClaim.take(storage) : new LockClaim(bot);
    }

    /**
     * Ties the claim to the connection that writes: whoever loses the one has lost the other.
     *
     * @throws Taken where another process has it
     */
    void tieTo(Connection connection) throws SQLException;

    @Override
    void close();

    /** Another process has it. */
    final class Taken extends SQLException {

        Taken(String text) {
            super(text, "55006");
        }
    }
}
