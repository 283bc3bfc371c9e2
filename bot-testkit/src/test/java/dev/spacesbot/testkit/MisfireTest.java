package dev.spacesbot.testkit;

import dev.spacesbot.Session;
import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.Misfire;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.store.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of times that pass while nobody is there. The clock begins on a Monday at 9:00 UTC. */
class MisfireTest {

    static final class Standup {

        @Cron(value = "0 10 * * *", misfire = Misfire.RUN_ONCE)
        String report(Space space) {
            return "report";
        }

        @Cron("0 10 * * *")
        String standup(Space space) {
            return "standup";
        }
    }

    static final class Backup {

        private int backups;
        private int checks;

        @Every(value = "1h", misfire = Misfire.RUN_ONCE)
        void backup() {
            backups++;
        }

        @Every("1h")
        void check() {
            checks++;
        }

        @OnMessage("done")
        String done() {
            return backups + " backups, " + checks + " checks";
        }
    }

    @Test
    @BotTest(Standup.class)
    void makesUpOnceInEachSpaceForWhatAStopMade(TestBot bot, TestClock clock) {
        TestSpace lab = bot.space("Lab");
        TestSpace office = bot.space("Office");
        bot.stop();
        clock.advance(Duration.ofDays(3).plusHours(2));

        bot.start();

        lab.expect("report");
        office.expect("report");
        clock.advance(Duration.ofHours(22));
        lab.expectNothing();
        clock.advance(Duration.ofHours(1));
        lab.expect("report");
        lab.expect("standup");
        lab.expectNothing();
    }

    @Test
    @BotTest(Standup.class)
    void makesUpForNothingWhereNothingWasMissed(TestBot bot, TestSpace space, TestClock clock) {
        bot.stop();
        clock.advance(Duration.ofMinutes(59));

        bot.start();

        space.expectNothing();
        clock.advance(Duration.ofMinutes(1));
        space.expect("report");
        space.expect("standup");
        space.expectNothing();
    }

    @Test
    @BotTest(Standup.class)
    void makesUpForWhatALostConnectionMissed(TestBot bot, TestSpace space, TestClock clock) {
        clock.advance(Duration.ofMinutes(59));
        bot.faults().refuseTokens();
        bot.faults().dropConnections();
        clock.advance(Duration.ofMinutes(5));
        space.expectNothing();

        bot.faults().acceptTokens();
        clock.advance(Duration.ofMinutes(5));

        space.expect("report");
        space.expectNothing();
    }

    @Test
    void countsTheSpanAnewFromTheStart() {
        try (TestBot bot = TestBot.of(new Backup())) {
            TestSpace space = bot.space("Lab");
            bot.clock().advance(Duration.ofMinutes(90));
            space.user("Ann").says("done");
            space.expect("1 backups, 1 checks");

            bot.stop();
            bot.clock().advance(Duration.ofMinutes(40));
            bot.start();

            space.user("Ann").says("done");
            space.expect("2 backups, 1 checks");
            bot.clock().advance(Duration.ofMinutes(60));
            space.user("Ann").says("done");
            space.expect("3 backups, 2 checks");
        }
    }

    static final class Quiz {

        @OnMessage("begin")
        String begin(Session session) {
            session.next("answer");
            return "6 times 7?";
        }

        @OnMessage(value = "{number}", during = "answer")
        String answer(int number, Session session) {
            session.done();
            return number == 42 ? "Right." : "Wrong.";
        }
    }

    @Test
    @BotTest(Quiz.class)
    void goesOnWithAConversationAfterAStop(TestBot bot, TestSpace space) {
        space.user("Ann").says("begin");
        space.expect("6 times 7?");

        bot.stop();
        bot.start();
        space.user("Ann").says("42");

        space.expect("Right.");
    }

    @Test
    void sharesItsStoreWithTheBotThatComesAfterIt() {
        Store store = Store.inMemory();
        try (TestBot first = TestBot.builder().handlers(Quiz.class).store(store).build()) {
            first.space("Lab").user("Ann").says("begin");
        }
        try (TestBot second =
                TestBot.builder().handlers(Quiz.class).store(store).build()) {
            TestSpace lab = second.space("Lab");

            lab.user("Ann").says("42");

            lab.expect("Right.");
        }
    }
}
