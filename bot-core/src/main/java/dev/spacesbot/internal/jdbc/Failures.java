package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failures of a database say, and what follows from them. */
final class Failures {

    /** The class of mistakes in what is to be written, such as a text that is too long. */
    private static final String DATA = "22";

    /** Two wrote the same key, or waited for each other. */
    private static final Set<String> RACES = Set.of("23505", "40001", "40P01");

    /** H2 does not find in its file what must be there. */
    private static final String DAMAGED = "90030";

    private Failures() {}

    /** Whether the database would say the same of these values at any time. */
    static boolean isMistake(SQLException e) {
        return state(e).startsWith(DATA);
    }

    /** Whether somebody else came between, so that it may go well at once. */
    static boolean isRace(SQLException e) {
        return e instanceof Rows.Overtaken || RACES.contains(state(e));
    }

    /** Whether what is on the disk is not what was written. */
    static boolean isDamage(SQLException e) {
        return state(e).equals(DAMAGED);
    }

    /** The first failure of a database among the causes; null where there is none. */
    static @Nullable SQLException cause(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException found && !state(found).isEmpty()) {
                return found;
            }
        }
        return null;
    }

    /** In one line and without secrets. */
    static String text(Throwable failure, Storage storage) {
        SQLException cause = cause(failure);
        Throwable told = cause == null ? failure : cause;
        String text = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
        Throwable root = told;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root.getMessage() != null && !text.contains(root.getMessage())) {
            text = text.replaceFirst("\\.$", "") + ": " + root.getMessage();
        }
        return storage.masked(text)
                .replaceAll("\\s+", " ")
                .replaceFirst("; SQL statement:.*", "")
                .strip()
                .replaceFirst("\\.$", "");
    }

    static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
