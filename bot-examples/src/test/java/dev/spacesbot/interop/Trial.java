package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** People who ask, a service with faults, and a bot that may be killed; the books tell what came of it. */
final class Trial implements AutoCloseable {

    private static final int SPACES = 20;
    private static final int MOST_UNTIL_A_KILL = 120;
    private static final int MOST_UNTIL_A_FAULT = 40;
    private static final int MOST_FAULTS = 3;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER_ALL = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** A token that is for ever. */
    static final String JWT = "auth: {type: jwt, token: token-of-robo}";

    /** One that expires, and can be renewed with another, which is a new one each time. */
    static final String OAUTH =
            "auth: {type: oauth, clientId: client, clientSecret: secret-of-client, refreshToken: refresh-0}";

    private final long seed = Long.getLong("trial.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long began = System.nanoTime();
    private final Books books = new Books();
    private final RealServer server = RealServer.telling(books::note);
    private final Crowd crowd = new Crowd(server, SPACES, new Random(seed + 1));
    private final List<Runnable> troubles = new ArrayList<>();
    private final MortalBot bot;
    private int rounds;
    private int kills;
    private int faults;

    /** In a folder that is made anew; {@code more} goes into the bot's configuration, its {@code auth} above all. */
    Trial(Path folder, String more) throws IOException {
        delete(folder);
        server.forgive();
        bot = new MortalBot(folder, """
                name: robo
                handlers: [dev.spacesbot.interop.counting]
                spaces: [%s]
                service: {socketUrl: %s, apiUrl: %s, accountsUrl: %s}
                pace: {eventsPerMinute: 0}
                loopGuard: 0
                %s
                """.formatted(
                        String.join(", ", crowd.spaces()),
                        server.address(""),
                        server.address("/api"),
                        server.address(""),
                        more));
        for (Fault fault : Fault.values()) {
            troubles.add(() -> fault.happen(server, random));
        }
        System.out.println(folder.getFileName() + ": -Dtrial.seed=" + seed + ", the bot's log is " + bot.log());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(Trial::deleteOne);
            }
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MortalBot bot() {
        return bot;
    }

    /** Adds to what may go wrong. */
    void trouble(Runnable another) {
        troubles.add(another);
    }

    /** People begin to ask, once the bot is there: only a space that it was in is its business. */
    void begin(int questionsPerSecond) throws IOException, InterruptedException {
        Awaitility.await().atMost(TO_START).until(() -> books.subscriptions() == SPACES);
        crowd.askEverywhere();
        awaitAnswers();
        crowd.begin(questionsPerSecond);
    }

    /** Kills the bot so many times, at any moment, and starts it again. */
    void kill(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            books.round(++rounds);
            for (int more = random.nextInt(2) * (1 + random.nextInt(MOST_FAULTS)); more > 0; more--) {
                proceed(MOST_UNTIL_A_FAULT);
                fail();
            }
            proceed(MOST_UNTIL_A_KILL);
            kills++;
            bot.killAndStartAgain("killed in round " + rounds);
            assertThat(books.problems()).isEmpty();
        }
    }

    /** Something goes wrong. */
    void fail() {
        troubles.get(random.nextInt(troubles.size())).run();
        faults++;
    }

    private void proceed(int most) throws InterruptedException {
        books.awaitMore(1 + random.nextInt(most), LONGEST_ROUND);
    }

    /** Waits until everything is answered and nothing more comes, stops the bot, and looks at the books. */
    void end() throws IOException, InterruptedException {
        crowd.close();
        awaitAnswers();
        int seen;
        do {
            seen = books.seen();
            books.awaitMore(1, QUIET);
        } while (seen < books.seen());
        int code = bot.stop();
        books.close();
        System.out.println(figures());
        assertThat(books.problems()).isEmpty();
        assertThat(code).isZero();
    }

    private String figures() {
        return String.format(
                "%d rounds, %d messages, %d kills, %d faults, %d losses, %d doubles, %d seconds",
                rounds,
                books.asked(),
                kills,
                faults,
                books.losses(),
                books.doubles(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    /** Or until that takes too long; a bot that has ended by itself is started again. */
    private void awaitAnswers() throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_ANSWER_ALL.toNanos();
        while ((books.waiting() > 0 || books.asked() < crowd.asked()) && System.nanoTime() < end) {
            books.awaitMore(1, Duration.ofSeconds(1));
            if (!bot.isAlive()) {
                bot.killAndStartAgain("ended by itself");
            }
        }
    }

    @Override
    public void close() {
        crowd.close();
        bot.close();
        server.close();
    }
}
