package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import java.util.Locale;

/** The databases that can be used, and in what they differ. */
enum Dialect {
    H2,
    POSTGRESQL;

    /** What comes before the path of a file. */
    static final String H2_FILE = "jdbc:h2:file:";

    /** What must be set for a bot to be safe. */
    private static final String[] H2_SETTINGS = {
        // Else H2 closes the file as soon as a stop begins, and what the stop writes is lost.
        "DB_CLOSE_ON_EXIT=FALSE",
        // Milliseconds that room which was given up is left alone; the usual 45,000 let the file grow by gigabytes
        // under load.
        // It must be longer than what is between two flushes to the disk.
        "RETENTION_TIME=2000",
        // Else H2 writes a file of its own beside the database about all that fails, with what was to be kept.
        "TRACE_LEVEL_FILE=0"
    };

    static Dialect of(Storage storage) {
        return storage.url().startsWith(H2_FILE) ? H2 : POSTGRESQL;
    }

    /** The folder of its migrations. */
    String migrations() {
        return "dev/spacesbot/store/" + name().toLowerCase(Locale.ROOT);
    }

    /** The address for the driver. */
    String url(Storage storage) {
        String url = storage.url();
        if (this == H2) {
            for (String setting : H2_SETTINGS) {
                String key = ";" + setting.substring(0, setting.indexOf('=') + 1);
                url += url.toUpperCase(Locale.ROOT).contains(key) ? "" : ";" + setting;
            }
        }
        return url;
    }
}
