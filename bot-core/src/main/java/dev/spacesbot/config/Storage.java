package dev.spacesbot.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a bot keeps what must outlive its process: sessions, what was put off, how far messages have come, replies on their way.
 *
 * <p>A bot that is run from a file keeps it in H2, in {@code data/NAME.mv.db} beside that file, unless the file says otherwise.
 * A configuration made in code, {@code play}, {@code @BotTest} and benchmarks write no files unless they are told to: theirs is
 * in memory.
 *
 * @param url {@code memory}, or the JDBC address of a database: {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}
 * @param user who to be there; null for whom the driver takes
 * @param password null for none
 * @param key what tokens are encrypted with before they are kept; null to keep them as they are
 */
public record Storage(
        String url,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Secret key) {

    /** The word for what forgets everything with the process. */
    public static final String MEMORY = "memory";

    /** Nothing outlives the process. */
    public static Storage memory() {
        return new Storage(MEMORY, null, null, null);
    }

    /** A database, as the user that its address names. */
    public static Storage at(String url) {
        return new Storage(url, null, null, null);
    }

    /** Whether nothing outlives the process. */
    public boolean inMemory() {
        return url.equals(MEMORY);
    }

    /** The address with {@code ***} in place of users and passwords. */
    public String shownUrl() {
        return url.replaceFirst("//[^/]*@", "//***@").replaceAll("(?i)([?&;](?:[a-z]*password|user)=)[^&;]*", "$1***");
    }

    /** A text of somebody else, such as that of an exception, with {@code ***} in place of every secret that is in here. */
    public String masked(String text) {
        String masked = text.replace(url, shownUrl());
        masked = password == null ? masked : password.maskedIn(masked);
        return key == null ? masked : key.maskedIn(masked);
    }

    /** Everything but secrets. */
    @Override
    public String toString() {
        return "Storage[url=" + shownUrl() + ", user=" + user + ", key=" + key + "]";
    }
}
