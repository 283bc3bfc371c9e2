package dev.spacesbot.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.Bot;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.config.Storage;
import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole bot, and a PostgreSQL that comes and goes. */
@Timeout(60)
class BotAndStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SPACE = "60aa11bb22cc33dd44ee5501";

    private final EchoingService service = new EchoingService();
    private Wire wire;
    private String url = "";

    static final class Echo {

        @OnMessage
        String echo(Message message) {
            return "re " + message.text();
        }
    }

    @BeforeEach
    void connect() throws Exception {
        url = Postgres.newDatabase();
        wire = new Wire(Postgres.port());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    private Bot bot() {
        BotConfig config = BotConfig.of("bot", new Auth.Token("jwt", new Secret("token-of-bot")), Service.production())
                .withStore(Storage.at(wire.through(url)));
        return Bot.builder()
                .config(config)
                .transport(service)
                .handlers(new Echo())
                .spaces(SPACE)
                .build();
    }

    @Test
    void pausesWhileTheDatabaseIsAwayAndGoesOnWithNothingLost() throws Exception {
        Bot bot = bot();
        bot.start();
        assertThat(bot.awaitReady(PATIENCE)).isTrue();
        service.say(SPACE, "before");
        await().atMost(PATIENCE).until(() -> service.said().size() == 1);

        wire.cut();
        IntStream.range(0, 10).forEach(i -> service.say(SPACE, "meanwhile " + i));
        // So long that one would have been answered, were it not for the database.
        assertThat(bot.awaitIdle(Duration.ofMillis(700))).isFalse();
        assertThat(service.said()).containsExactly("re before");
        wire.mend();

        await().atMost(PATIENCE).until(() -> service.said().size() == 11);
        assertThat(bot.awaitIdle(PATIENCE)).isTrue();
        assertThat(bot.stop(PATIENCE)).isEqualTo(new Bot.End(false, ""));
        assertThat(service.said().subList(1, 11))
                .isEqualTo(IntStream.range(0, 10)
                        .mapToObj(i -> "re meanwhile " + i)
                        .toList());
        try (Store store = JdbcStore.open(Storage.at(url), "bot")) {
            assertThat(store.all("reply/", Instant.now())).isEmpty();
            assertThat(store.all("handled/", Instant.now())).hasSize(11);
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void saysWhyItCannotStartAndHoldsNothing() throws Exception {
        Bot first = bot();
        first.start();
        assertThat(first.awaitReady(PATIENCE)).isTrue();
        Bot second = bot();

        second.start();

        assertThatThrownBy(second::awaitEnd)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened: the bot 'bot' runs there already: spacesbot, process ");
        assertThat(second.readiness().joined()).isZero();
        second.stop(Duration.ZERO);
        service.say(SPACE, "still there?");
        first.stop(PATIENCE);
        assertThat(threads()).isEmpty();
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws Exception {
        Storage storage = Storage.at(url);
        JdbcStore.open(storage, "bot").close();
        Postgres.executeIn(
                url,
                "INSERT INTO spacesbot_history SELECT 99, '7', 'x', 'SQL', 'x', 0, 'x', CURRENT_TIMESTAMP, 0, TRUE");
        Bot bot = bot();

        bot.start();

        assertThatThrownBy(bot::awaitEnd)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer version of this program: its tables have version 7, and"
                        + " this program knows 1. Run the newer program, or name another database.");
        bot.stop(Duration.ZERO);
        assertThat(threads()).isEmpty();
    }

    /** Those of a bot of that name that are not about to end. */
    private static List<String> threads() throws InterruptedException {
        await().atMost(PATIENCE).until(() -> named().isEmpty());
        return named();
    }

    private static List<String> named() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("bot-"))
                .toList();
    }
}
