package dev.spacesbot.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Storage;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store whose PostgreSQL goes away, and comes back or does not. */
@Timeout(60)
class PostgresFaultTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private Wire wire;
    private String url = "";

    @BeforeEach
    void connect() throws Exception {
        url = Postgres.newDatabase();
        wire = new Wire(Postgres.port());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    private Store open() {
        return JdbcStore.open(Storage.at(wire.through(url)), "bot");
    }

    private static CompletableFuture<Boolean> put(Store store, Entry entry) {
        return CompletableFuture.supplyAsync(() -> store.apply(List.of(new Change.Put(entry)), NOW));
    }

    @Test
    void waitsUntilTheDatabaseIsBack() throws Exception {
        try (Store store = open()) {
            assertThat(put(store, Entry.of("before", "1")).get()).isTrue();
            wire.cut();

            CompletableFuture<Boolean> written = put(store, Entry.of("meanwhile", "1"));
            CompletableFuture<Integer> read =
                    CompletableFuture.supplyAsync(() -> store.all("", NOW).size());
            await().until(() -> store.trouble().isPresent());
            assertThat(store.trouble().orElseThrow()).contains("127.0.0.1", "user=***", " cannot be ");
            assertThat(written).isNotDone();
            assertThat(read).isNotDone();
            wire.mend();

            assertThat(written.get()).isTrue();
            assertThat(read.get()).isBetween(1, 2);
            await().until(() -> store.trouble().isEmpty());
            assertThat(store.find("meanwhile", NOW)).isPresent();
        }
    }

    @Test
    void doesNothingTwiceWhereTheAnswerToACommitWasLost() throws Exception {
        try (Store store = open()) {
            // Only the first one of a connection is told to the server in words.
            wire.cutAfterTheNextCommit();

            CompletableFuture<Boolean> written = put(store, Entry.of("a", "1"));
            await().until(() -> store.trouble().isPresent());
            wire.mend();

            assertThat(written.get()).isTrue();
            assertThat(store.find("a", NOW)).contains(new Entry("a", 1, "1", null, null));
        }
    }

    @Test
    void releasesWhoWaitsWhenItIsClosed() throws Exception {
        Store store = open();
        wire.cut();
        CompletableFuture<Boolean> written = put(store, Entry.of("a", "1"));
        CompletableFuture<Integer> read =
                CompletableFuture.supplyAsync(() -> store.all("", NOW).size());
        await().until(() -> store.trouble().isPresent());

        store.close();

        assertThatThrownBy(written::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(StoreException.class)
                .hasMessage("The store was closed before this was kept");
        assertThatThrownBy(read::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(StoreException.class);
    }

    @Test
    void letsOneProcessHaveABot() {
        try (Store store = open()) {
            assertThat(store.trouble()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching(
                            "The store jdbc:postgresql://127.0.0.1:\\d+/db\\d+\\?user=\\*\\*\\* cannot be opened:"
                                    + " the bot 'bot' runs there already: spacesbot, process "
                                    + ProcessHandle.current().pid()
                                    + " on .+ \\(address 127.0.0.1, connected since .+\\)\\."
                                    + " Stop the other process, or give this bot another name or database\\.");
            JdbcStore.open(Storage.at(url), "another").close();
        }
        open().close();
    }

    @Test
    void waitsWhileAnotherProcessHasTakenTheBotOver() throws Exception {
        try (Store store = open()) {
            wire.cut();
            Store other = JdbcStore.open(Storage.at(url), "bot");
            wire.mend();

            CompletableFuture<Boolean> written = put(store, Entry.of("a", "1"));
            await().until(() -> store.trouble().orElse("").contains("the bot 'bot' runs there already"));
            assertThat(written).isNotDone();
            other.close();

            assertThat(written.get()).isTrue();
        }
    }

    @Test
    void saysWhatItTriedWhereNothingAnswers() throws Exception {
        wire.cut();
        Storage storage =
                new Storage(wire.through(url) + "&password=pass-of-ann", null, new Secret("other-pass-of-ann"), null);

        assertThatThrownBy(() -> new Opening(storage, "bot", Duration.ofSeconds(1)).open())
                .isInstanceOf(StoreException.class)
                .hasMessageMatching(
                        "The store jdbc:postgresql://127.0.0.1:\\d+/db\\d+\\?user=\\*\\*\\*&password=\\*\\*\\*"
                                + " cannot be opened: The connection attempt failed(: .+)?\\. It was tried for 1 seconds\\. Check that the"
                                + " server runs and can be reached from here, and store\\.url, store\\.user and store\\.password\\.");
    }
}
