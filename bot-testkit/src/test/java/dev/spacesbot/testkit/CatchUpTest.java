package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.CatchUpRules;
import dev.spacesbot.config.Rules;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.handler.Late;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of messages that are said while the bot is not there. */
@BotTest(CatchUpTest.Echo.class)
class CatchUpTest {

    static final class Echo {

        @OnMessage("say {text...}")
        String say(String text) {
            return text;
        }

        @OnMessage(value = "say {text...}", on = Change.UPDATED)
        String said(String text) {
            return "rather: " + text;
        }

        @OnMessage(value = "quick {text...}", late = Late.SKIP)
        String quick(String text) {
            return text;
        }

        @OnMessage("first {one} then {two}")
        List<String> both(String one, String two) {
            return List.of(one, two);
        }
    }

    @Test
    void answersWhatWasSaidWhileItWasStopped(TestBot bot, TestSpace lab) {
        TestUser ann = lab.user("Ann");
        bot.stop();
        ann.says("say one");
        bot.clock().advance(Duration.ofHours(1));
        ann.says("say two");

        bot.start();

        lab.expect("one");
        lab.expect("two");
        lab.expectNothing();
    }

    @Test
    void answersNothingTwice(TestBot bot, TestSpace lab) {
        lab.user("Ann").says("say one");
        lab.expect("one");

        for (int i = 0; i < 3; i++) {
            bot.stop();
            bot.start();
        }

        lab.expectNothing();
    }

    @Test
    void answersWhatWasSaidWhileTheConnectionWasGone(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().dropConnections();
        lab.user("Ann").says("say one");
        lab.expectNothing();

        clock.advance(Duration.ofSeconds(1));

        lab.expect("one");
        lab.expectNothing();
    }

    @Test
    void goesOnWithWhatWasHandledLongBefore(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        IntStream.range(0, 20).forEach(i -> {
            ann.says("say " + i);
            clock.advance(Duration.ofMinutes(1));
        });
        bot.stop();
        ann.says("say last");

        bot.start();

        assertThat(lab.replies()).extracting(Message::text).hasSize(21).endsWith("19", "last");
    }

    @Test
    void beginsWithASpaceWhenItComesIn(TestBot bot) {
        bot.emulator().user("Ann").says(bot.emulator().space("Quiet"), "say before");
        bot.clock().advance(Duration.ofSeconds(1));

        TestSpace joined = bot.space("Quiet");
        bot.stop();
        joined.user("Ann").says("say after");
        bot.start();

        joined.expect("after");
        joined.expectNothing();
    }

    @Test
    void answersWhatWasSaidToItAloneThoughItNeverJoinedThere(TestBot bot) {
        EmulatedUser ann = bot.emulator().user("Ann");
        EmulatedSpace direct = bot.emulator().direct(ann, bot.self());
        ann.says(direct, "say one");
        bot.settle();
        bot.stop();
        ann.says(direct, "say two");

        bot.start();

        assertThat(bot.said().unseen(event -> true))
                .extracting(event -> ((Message) event).text())
                .containsExactly("one", "two");
    }

    @Test
    void takesWhatWasChangedMeanwhileForAChange(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        TestMessage said = ann.says("say one");
        lab.expect("one");
        bot.stop();
        clock.advance(Duration.ofHours(3));
        ann.edits(said, "say two");

        bot.start();

        lab.expect("rather: two");
        lab.expectNothing();
    }

    @Test
    void takesWhatWasSaidAndChangedMeanwhileForNew(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        bot.stop();
        TestMessage said = ann.says("say one");
        clock.advance(Duration.ofHours(3));
        ann.edits(said, "say two");

        bot.start();

        lab.expect("two");
        lab.expectNothing();
    }

    @Test
    void saysAfterAStopWhatItCouldNotSayBefore(TestBot bot, TestSpace lab) {
        bot.faults().rejectSubscription(bot.emulator().space(lab.title()), "full");
        bot.faults().forgetSubscriptions();
        lab.user("Ann").says("first one then two");

        bot.stop();
        bot.faults().allowSubscription(bot.emulator().space(lab.title()));
        bot.start();

        lab.expect("one");
        lab.expect("two");
        lab.expectNothing();
    }

    @Test
    void leavesOutWhatIsNotWorthALateAnswer(TestBot bot, TestSpace lab) {
        TestUser ann = lab.user("Ann");
        bot.stop();
        ann.says("quick one");
        ann.says("say two");

        bot.start();
        ann.says("quick three");

        lab.expect("two");
        lab.expect("three");
        lab.expectNothing();
    }

    @Test
    void answersOnlyTheLastOfWhatIsTooMuch() {
        Rules rules = Rules.defaults().withCatchUp(new CatchUpRules(Duration.ofDays(1), 2));
        try (TestBot bot = TestBot.builder().handlers(new Echo()).rules(rules).build()) {
            TestSpace lab = bot.space("Lab");
            bot.stop();
            for (int i = 1; i <= 5; i++) {
                lab.user("Ann").says("say " + i);
                bot.clock().advance(Duration.ofSeconds(1));
            }

            bot.start();

            lab.expect("4");
            lab.expect("5");
            lab.expectNothing();
        }
    }

    @Test
    void answersNothingThatIsTooLongPast(TestBot bot, TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");
        bot.stop();
        ann.says("say one");
        clock.advance(Duration.ofHours(25));
        ann.says("say two");

        bot.start();

        lab.expect("two");
        lab.expectNothing();
    }
}
