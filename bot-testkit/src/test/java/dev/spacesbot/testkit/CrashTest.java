package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnReminder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that dies just before or after any of its transactions: people hear everything once. */
class CrashTest {

    private static final int MOST = 50;
    private static final ForkJoinPool LATER = new ForkJoinPool(2);

    static final class Handlers {

        @OnMessage("one")
        String one() {
            return "1";
        }

        @OnMessage("two")
        List<String> two() {
            return List.of("1", "2");
        }

        @OnMessage("three")
        Stream<String> three() {
            return Stream.of("1", "2", "3");
        }

        @OnMessage("count")
        String count(Session session) {
            int next = session.get("count", Integer.class).orElse(0) + 1;
            session.put("count", next);
            return "" + next;
        }

        @OnMessage("later")
        void later(Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), Reply.text("now"));
        }

        @OnMessage("remind")
        String remind(Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), "alarm", null);
            return "yes";
        }

        @OnReminder("alarm")
        String alarm() {
            return "alarm";
        }

        @OnMessage("slow")
        List<?> slow() {
            return List.of("soon", CompletableFuture.supplyAsync(() -> "done", LATER));
        }

        @OnMessage(value = "slow", on = Change.UPDATED)
        List<?> rather() {
            return List.of("rather", CompletableFuture.supplyAsync(() -> "slow", LATER));
        }

        @OnMessage("fail")
        void fail() {
            throw new UnsupportedOperationException("not so");
        }

        @OnError(UnsupportedOperationException.class)
        String sorry() {
            return "sorry";
        }
    }

    /** {@code fine} has all the ways to answer it that are right. */
    private record Told(String name, Consumer<TestSpace> said, List<List<String>> fine) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Told told(String said, String... replies) {
        return new Told(said, space -> space.user("Ann").says(said), List.of(List.of(replies)));
    }

    static Stream<Told> told() {
        return Stream.of(
                told("one", "1"),
                told("two", "1", "2"),
                told("three", "1", "2", "3"),
                told("later", "now"),
                told("remind", "yes", "alarm"),
                told("slow", "soon", "done"),
                told("fail", "sorry"),
                new Told(
                        "rather slow",
                        space -> {
                            TestUser ann = space.user("Ann");
                            ann.edits(ann.says("one"), "slow");
                        },
                        // Whoever comes back after the change never sees what was there before.
                        List.of(List.of("1", "rather", "slow"), List.of("soon", "done"))),
                new Told(
                        "count",
                        space -> {
                            space.user("Ann").says("count");
                            space.user("Ann").says("count");
                        },
                        List.of(List.of("1", "2"))));
    }

    @ParameterizedTest
    @MethodSource("told")
    void peopleHearEverythingOnce(Told told) {
        for (boolean committed : List.of(false, true)) {
            int transaction = 0;
            while (diedAt(transaction, committed, told)) {
                transaction++;
            }
            assertThat(transaction).isBetween(1, MOST);
        }
    }

    /** Returns whether the process lived long enough to die there. */
    private static boolean diedAt(int transaction, boolean committed, Told told) {
        MortalStore store = new MortalStore();
        try (TestBot bot =
                TestBot.builder().handlers(new Handlers()).store(store).build()) {
            TestSpace lab = bot.space("Lab");
            store.dieAt(transaction, committed, () -> {
                bot.faults().refuseTokens();
                bot.faults().dropConnections();
            });
            told.said().accept(lab);
            bot.clock().advance(Duration.ofMinutes(2));
            bot.stop();
            // Nothing of a dead process goes on beside the next one.
            assertThat(LATER.awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
            boolean died = store.revive();
            bot.faults().acceptTokens();
            bot.start();
            bot.clock().advance(Duration.ofMinutes(20));
            List<String> replies =
                    new ArrayList<>(lab.replies().stream().map(Message::text).toList());
            assertThat(told.fine())
                    .as("%s the transaction %d", committed ? "after" : "before", transaction)
                    .contains(replies);
            // What the dead process would have liked to do.
            bot.failures().clear();
            return died;
        }
    }
}
