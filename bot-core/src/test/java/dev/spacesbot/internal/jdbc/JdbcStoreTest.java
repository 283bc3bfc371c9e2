package dev.spacesbot.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data/bot");
    }

    private Store open() {
        return JdbcStore.open(Storage.at(url()), "bot");
    }

    private static void put(Store store, String key) {
        assertThat(store.apply(List.of(new Change.Put(Entry.of(key, "{}"))), NOW))
                .isTrue();
    }

    @Test
    void findsEverythingAgainAfterItWasClosed() {
        try (Store store = open()) {
            put(store, "a");
            store.applySoon(List.of(new Change.Put(Entry.of("b", "{}"))), NOW);
        }

        try (Store store = open()) {
            assertThat(store.all("", NOW)).extracting(Entry::key).containsExactly("a", "b");
        }
    }

    @Test
    void keepsItsFilesFromOthers() throws Exception {
        open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/bot.mv.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void letsNobodyElseHaveTheFileMeanwhile() {
        try (Store store = open()) {
            put(store, "a");

            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching(
                            "The store jdbc:h2:file:\\S+/data/bot cannot be opened: \\S+/data/bot.mv.db: it is used"
                                    + " already: spacesbot, process "
                                    + ProcessHandle.current().pid()
                                    + " on .+, since \\S+Z. Stop the other process, or give this bot another name or database.");
        }
        open().close();
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws Exception {
        open().close();
        execute(
                "INSERT INTO \"spacesbot_history\" SELECT 99, '7', 'x', 'SQL', 'x', 0, 'x', CURRENT_TIMESTAMP, 0, TRUE");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessage("The database " + url()
                        + " was written by a newer version of this program: its tables have version 7, and this program"
                        + " knows 1. Run the newer program, or name another database.");
    }

    @Test
    void refusesAFileThatIsDamaged() throws Exception {
        open().close();
        byte[] garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(folder.resolve("data/bot.mv.db"), garbage);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The store " + url() + " cannot be opened: File corrupted")
                .hasMessageEndingWith(
                        ". The file is damaged: put a copy of it in its place, or move it away, and the bot begins anew.");
    }

    @Test
    void knowsTheNewestMigrationOfEachDatabase() {
        for (Dialect dialect : Dialect.values()) {
            ClassLoader loader = getClass().getClassLoader();
            assertThat(loader.getResource(dialect.migrations() + "/V" + Schema.VERSION + "__entries.sql"))
                    .isNotNull();
        }
    }

    @Test
    void keepsBotsOfOneDatabaseApart() throws Exception {
        open().close();
        execute("INSERT INTO spacesbot_entry (bot, entry_key, revision, json) VALUES ('other', 'a', 5, 'theirs')");

        try (Store store = open()) {
            assertThat(store.all("", NOW)).isEmpty();
            put(store, "a");
            assertThat(store.find("a", NOW)).map(Entry::revision).contains(1L);
        }
    }

    @Test
    void refusesWhatNoDatabaseTakes() {
        try (Store store = open()) {
            assertThatThrownBy(() -> put(store, "k".repeat(201))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> put(store, "a\0b")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> put(store, "a\uD800")).isInstanceOf(IllegalArgumentException.class);
            Change large = new Change.Put(Entry.of("a", "x".repeat(1_048_577)));
            assertThatThrownBy(() -> store.apply(List.of(large), NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("An entry of a store has at most 1048576 characters; 'a' has 1048577");
            Change one = new Change.Put(Entry.of("a", "1"));
            assertThatThrownBy(() -> store.apply(List.of(one, one), NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Two changes of one transaction have the same key: a");
        }
    }

    @Test
    void writesHalvesOfLettersAsJsonDoes() {
        try (Store store = open()) {
            Change change = new Change.Put(Entry.of("a", "\"\uD83D\uDE00 \uD83D \0\""));
            boolean unused = store.apply(List.of(change), NOW);

            assertThat(store.find("a", NOW)).map(Entry::json).contains("\"\uD83D\uDE00 \\ud83d \\u0000\"");
        }
    }

    @Test
    void isNotHarmedByThreadsThatAreInterrupted() {
        try (Store store = open()) {
            Thread.currentThread().interrupt();
            put(store, "a");
            assertThat(store.find("a", NOW)).isPresent();
            assertThat(Thread.interrupted()).isTrue();

            put(store, "b");
        }
    }

    @Test
    void takesNothingOnceClosed() {
        Store store = open();
        store.close();
        store.close();

        assertThatThrownBy(() -> put(store, "a"))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store is closed");
        assertThatThrownBy(() -> store.find("a", NOW))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store is closed");
    }

    @Test
    void waitsForAStoreThatIsBeingOpened() throws Exception {
        CompletableFuture<Store> opening = new CompletableFuture<>();
        StartingStore starting = new StartingStore(opening::join, true);
        starting.open(task -> new Thread(task).start(), failure -> {});
        CompletableFuture<Boolean> done =
                CompletableFuture.supplyAsync(() -> starting.apply(List.of(new Change.Put(Entry.of("a", "1"))), NOW));

        assertThat(starting.trouble()).contains("The store is not open");
        opening.complete(Store.inMemory());

        assertThat(done.get()).isTrue();
        assertThat(starting.trouble()).isEmpty();
        starting.close();
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "", "");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
