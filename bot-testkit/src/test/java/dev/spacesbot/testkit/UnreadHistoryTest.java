package dev.spacesbot.testkit;

import dev.spacesbot.config.CatchUpRules;
import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of messages that are missed while the history cannot be read. */
@BotTest(UnreadHistoryTest.Echo.class)
class UnreadHistoryTest {

    static final class Echo {

        @OnMessage("say {text...}")
        String say(String text) {
            return text;
        }
    }

    @Test
    void waitsForAHistoryThatCannotBeReadRightNow(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        bot.faults().dropConnections();
        ann.says("say one");
        bot.faults().failRest(2, 503);

        clock.advance(Duration.ofSeconds(1));
        ann.says("say two");
        clock.advance(Duration.ofSeconds(20));

        lab.expect("one");
        lab.expect("two");
        lab.expectNothing();
    }

    @Test
    void goesOnWithoutAHistoryWhereItCannotBeReadForLong(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        bot.faults().dropConnections();
        ann.says("say one");
        bot.faults().failRest(1_000, 503);

        clock.advance(Duration.ofSeconds(1));
        ann.says("say two");
        clock.advance(Duration.ofMinutes(2));
        lab.expect("two");
        lab.expectNothing();

        bot.faults().failRest(0, 503);
        clock.advance(Duration.ofMinutes(2));
        lab.expect("one");
        lab.expectNothing();
    }

    @Test
    void answersWhatWasSaidLongBeforeItWentOnWithoutAHistory(TestBot bot, TestSpace lab, TestClock clock) {
        missesOneAndHearsTwo(bot, lab, clock);

        bot.faults().answerHistory();
        clock.advance(Duration.ofMinutes(2));

        lab.expect("one");
        lab.expectNothing();
    }

    @Test
    void answersAfterAStopWhatWasSaidLongBeforeItWentOnWithoutAHistory(TestBot bot, TestSpace lab, TestClock clock) {
        missesOneAndHearsTwo(bot, lab, clock);
        bot.stop();
        bot.faults().answerHistory();

        bot.start();

        lab.expect("one");
        lab.expectNothing();
    }

    @Test
    void doesNotCountWhatItSaidItselfAsTooMuch() {
        Rules rules = Rules.defaults().withCatchUp(new CatchUpRules(Duration.ofDays(1), 2));
        try (TestBot bot = TestBot.builder().handlers(new Echo()).rules(rules).build()) {
            TestSpace lab = bot.space("Lab");
            missesOneAndHearsTwo(bot, lab, bot.clock());

            bot.faults().answerHistory();
            bot.clock().advance(Duration.ofMinutes(2));

            lab.expect("one");
            lab.expectNothing();
        }
    }

    /** Long before: what was handled a moment ago says nothing of it. */
    private static void missesOneAndHearsTwo(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        bot.stop();
        ann.says("say one");
        clock.advance(Duration.ofHours(1));
        bot.faults().failHistory(503, null);
        bot.start();
        ann.says("say two");
        clock.advance(Duration.ofMinutes(2));
        lab.expect("two");
        for (int i = 0; i < 10; i++) {
            ann.says("say " + i);
            lab.expect("" + i);
            clock.advance(Duration.ofMinutes(1));
        }
    }
}
