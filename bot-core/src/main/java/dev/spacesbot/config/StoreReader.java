package dev.spacesbot.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code store}. */
final class StoreReader {

    static final List<String> KEYS = List.of("url", "user", "password", "key");

    private static final String FILE = "jdbc:h2:file:";
    private static final String SERVER = "jdbc:postgresql:";
    private static final int SHORTEST_KEY = 16;

    private final Path folder;
    private final String botName;

    /** With the folder that relative files are in. */
    StoreReader(Path folder, String botName) {
        this.folder = folder;
        this.botName = botName;
    }

    /** Where there is no such section. */
    Storage usual() {
        return Storage.at(FILE + folder.resolve("data").resolve(fileName(botName)));
    }

    Storage read(Section store) {
        String written = store.text("url");
        String url = written == null ? usual().url() : url(store, written.strip());
        String password = store.text("password");
        return new Storage(url, store.text("user"), password == null ? null : new Secret(password), key(store));
    }

    private String url(Section store, String text) {
        if (text.equals(Storage.MEMORY) || text.startsWith(SERVER)) {
            return text;
        }
        if (!text.startsWith(FILE)) {
            // Not shown: a password may stand in it.
            store.reject(
                    "url",
                    "must begin with " + FILE + " or " + SERVER + ", or be " + Storage.MEMORY
                            + " to keep nothing beyond the process");
            return Storage.MEMORY;
        }
        String path = text.substring(FILE.length());
        int options = path.indexOf(';');
        String rest = options < 0 ? "" : path.substring(options);
        String absolute = absolute(options < 0 ? path : path.substring(0, options));
        if (absolute == null) {
            store.reject("url", "must name a file after " + FILE + ", such as " + FILE + "./data/" + fileName(botName));
            return Storage.MEMORY;
        }
        return FILE + absolute + rest;
    }

    /** As with other files that a configuration names, its own folder is where paths begin. */
    private @Nullable String absolute(String path) {
        if (path.isBlank() || path.endsWith("/")) {
            return null;
        }
        try {
            return path.startsWith("~/")
                    ? path
                    : folder.resolve(path).normalize().toString();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable Secret key(Section store) {
        String key = store.text("key");
        if (key != null && key.length() < SHORTEST_KEY) {
            store.reject(
                    "key",
                    "must have at least " + SHORTEST_KEY + " characters, such as those of: openssl rand -hex 32");
        }
        return key == null ? null : new Secret(key);
    }

    /** A name for a file in the folder and not elsewhere; another one for another name. */
    static String fileName(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]|^\\.", "_");
        return safe.equals(name) ? safe : safe + "-" + Integer.toHexString(name.hashCode());
    }
}
