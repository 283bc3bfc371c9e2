package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnReminder;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run of a handler keeps, and when. */
class TurnsTest {

    private final CompletableFuture<String> slow = new CompletableFuture<>();
    private final Database store = new Database();
    private final TestBot bot =
            TestBot.builder().handlers(new Clerk()).store(store).build();
    private final TestSpace lab = bot.space("Lab");
    private final TestUser ann = lab.user("Ann");

    final class Clerk {

        @OnMessage("note {text}")
        void note(String text, Session session) {
            session.put("text", text);
        }

        @OnMessage("read")
        String read(Session session) {
            return session.get("text", String.class).orElse("nothing");
        }

        @OnMessage("count")
        String count(Session session) {
            return "" + session.get("text", Integer.class).orElse(0);
        }

        @OnMessage("note slowly {text}")
        CompletionStage<String> slowly(String text, Session session) {
            return slow.thenApply(done -> {
                session.put("text", text);
                return done;
            });
        }

        @OnMessage("hoard")
        String hoard(Session session) {
            session.put("text", "x".repeat(2_000_000));
            return "hoarded";
        }

        @OnMessage(value = "never", during = "never")
        void never() {}

        @OnMessage("remind wrongly")
        void remind(Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), "number", "a text");
        }

        @OnReminder("number")
        String number(int number) {
            return "" + number;
        }

        @OnMessage("remind of nothing")
        void remindOfNothing(Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), "no such name", null);
        }

        @OnMessage(always = true)
        void listen(Session session) {
            session.put("heard", session.get("heard", Integer.class).orElse(0) + 1);
        }

        @OnMessage("heard")
        String heard(Session session) {
            return "heard " + session.get("heard", Integer.class).orElse(0);
        }

        @Every("1h")
        String hour(Space space) {
            return "an hour";
        }
    }

    final class Worker {

        @OnMessage("work")
        List<?> work() {
            return List.of("at it", slow);
        }
    }

    /** A database that can be away, or full. */
    private static final class Database implements Store {

        private final Store kept = Store.inMemory();
        private volatile boolean away;
        private volatile boolean full;

        private Store kept() {
            if (away) {
                throw new IllegalStateException("The database is away");
            }
            return kept;
        }

        @Override
        public Optional<Entry> find(String key, Instant now) {
            return kept().find(key, now);
        }

        @Override
        public boolean apply(List<Change> changes, Instant now) {
            if (full) {
                throw new IllegalStateException("The database is full");
            }
            return kept().apply(changes, now);
        }

        @Override
        public List<Entry> all(String prefix, Instant now) {
            return kept().all(prefix, now);
        }

        @Override
        public List<Entry> soonest(int most) {
            return kept().soonest(most);
        }
    }

    @AfterEach
    void endTheBot() {
        bot.close();
    }

    private void apologizes() {
        apologizes(lab);
    }

    private static void apologizes(TestSpace space) {
        assertThat(space.replies())
                .singleElement()
                .satisfies(
                        reply -> assertThat(reply.text()).startsWith("Sorry, something went wrong here (reference "));
    }

    @Test
    void keepsWhatIsDoneBeforeTheReturnedStageCompletes() {
        ann.begins("note slowly hello");
        slow.complete("done");
        bot.settle();
        lab.expect("done");

        ann.says("read");

        lab.expect("hello");
    }

    @Test
    void keepsNothingWhereTheReturnedStageFails() {
        ann.begins("note slowly hello");
        slow.completeExceptionally(new IllegalStateException("broken"));
        bot.settle();
        bot.expectFailure(IllegalStateException.class);
        apologizes();

        ann.says("read");

        lab.expect("nothing");
    }

    @Test
    void runsWhatIsDueInTurnWithTheMessagesOfTheSpace() {
        TestSpace office = bot.space("Office");
        ann.begins("note slowly hello");
        bot.clock().advance(Duration.ofHours(1));
        office.expect("an hour");
        lab.expectNothing();

        slow.complete("done");
        bot.settle();

        lab.expect("done");
        lab.expect("an hour");
    }

    @Test
    void keepsWhatEachHandlerOfAMessageDid() {
        ann.says("note a");
        ann.says("hoard");
        bot.expectFailure(IllegalStateException.class);
        apologizes();

        ann.says("heard");
        ann.says("read");

        lab.expect("heard 3");
        lab.expect("a");
    }

    @Test
    void saysNothingButAnApologyWhereASessionHoldsTooMuch() {
        ann.says("hoard");

        assertThat(bot.expectFailure(IllegalStateException.class))
                .hasMessageStartingWith("A session may hold 1000000 characters");
        apologizes();
    }

    @Test
    void apologizesWhereWhatIsSaidMeanwhileCannotBeKept() {
        Database database = new Database();
        try (TestBot worker =
                TestBot.builder().handlers(new Worker()).store(database).build()) {
            TestSpace yard = worker.space("Yard");
            database.full = true;
            yard.user("Ben").says("work");

            assertThat(worker.expectFailure(IllegalStateException.class)).hasMessage("The database is full");
            yard.expect("at it");
            apologizes(yard);
        }
    }

    @Test
    void apologizesWhereTheStoreFailsAndGoesOnAfterwards() {
        ann.says("note a");
        store.away = true;
        ann.says("read");
        assertThat(bot.expectFailure(IllegalStateException.class)).hasMessage("The database is away");
        apologizes();

        store.away = false;
        ann.says("read");

        lab.expect("a");
    }

    @Test
    void saysWhatAValueIsNot() {
        ann.says("note a");

        ann.says("count");

        assertThat(bot.expectFailure(IllegalStateException.class))
                .hasMessageStartingWith("What the session keeps as \"text\" is no Integer: ");
        apologizes();
    }

    @Test
    void saysWhatTheValueOfAReminderIsNot() {
        ann.says("remind wrongly");

        bot.clock().advance(Duration.ofMinutes(1));

        assertThat(bot.expectFailure(IllegalStateException.class))
                .hasMessageStartingWith("What was kept for this reminder is no int: ");
        lab.expectNothing();
    }

    @Test
    void saysAtOnceThatThereIsNoSuchReminder() {
        ann.says("remind of nothing");

        assertThat(bot.expectFailure(IllegalArgumentException.class))
                .hasMessage("There is no @OnReminder(\"no such name\")");
        apologizes();
    }
}
