package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.Limits;
import dev.spacesbot.emulator.SendRejection;
import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BotTest(FaultsTest.Echo.class)
class FaultsTest {

    @Test
    void comesBackAfterALostConnectionAndIsInItsSpacesAgain(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().dropConnections();
        assertThat(bot.connected()).isFalse();

        clock.advance(Duration.ofSeconds(1));

        assertThat(bot.connected()).isTrue();
        lab.user("Ann").says("echo back");
        lab.expect("back");
    }

    @Test
    void staysAwayNoLongerThanATenthOfTheOutage(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().refuseTokens();
        bot.faults().dropConnections();
        clock.advance(Duration.ofMinutes(2));

        bot.faults().acceptTokens();
        clock.advance(Duration.ofSeconds(60));

        lab.user("Ann").says("echo back");
        lab.expect("back");
    }

    @Test
    void renewsATokenThatHasExpired(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().expireTokens(bot.self());

        clock.advance(Duration.ofSeconds(3));

        lab.user("Ann").says("echo renewed");
        lab.expect("renewed");
    }

    @ParameterizedTest
    @EnumSource(SendRejection.class)
    void sendsAgainWhatWasRejectedOnceInAnyShape(SendRejection shape, TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().rejectSends(1, shape, "busy");

        lab.user("Ann").says("echo one");
        lab.user("Ann").says("echo two");
        lab.expectNothing();
        clock.advance(Duration.ofSeconds(2));

        lab.expect("one");
        lab.expect("two");
        lab.expectNothing();
    }

    @Test
    void subscribesAgainWhereTheServiceWantsIt(TestBot bot, TestSpace lab) {
        bot.faults().forgetSubscriptions();

        CompletableFuture<String> sent =
                bot.spaces().send(lab.id(), "still here").toCompletableFuture();
        bot.settle();

        lab.expect("still here");
        assertThat(sent).isCompletedWithValue(lab.lastReply().id());
    }

    @Test
    void givesUpWhatTheSpaceDoesNotAllow(TestBot bot, TestSpace lab) {
        bot.faults().rejectSends(1, SendRejection.TEXT, "not.authorized.by.topic.policy");

        CompletableFuture<String> sent = bot.spaces().send(lab.id(), "hush").toCompletableFuture();
        bot.settle();

        lab.expectNothing();
        assertThatThrownBy(sent::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("Space " + lab.id() + " does not take it: not.authorized.by.topic.policy");
    }

    @Test
    void aSpaceThatCannotBeJoinedDisturbsNoOther(TestBot bot, TestSpace lab, TestClock clock) {
        EmulatedSpace closed = bot.emulator().space("Closed").closeToOthers();

        CompletableFuture<Void> joining = bot.spaces().join(closed.id()).toCompletableFuture();
        bot.settle();

        assertThatThrownBy(joining::join)
                .hasRootCauseMessage("Space " + closed.id()
                        + " cannot be joined: topic.access.denied: Only members may enter this space.");
        lab.user("Ann").says("echo fine");
        lab.expect("fine");
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aSpaceIsJoinedWithItsPassword(TestBot bot) {
        EmulatedSpace locked = bot.emulator().space("Locked").protect("4821");

        CompletableFuture<Void> joining = bot.spaces().join(locked.id(), "4821").toCompletableFuture();
        bot.settle();

        assertThat(joining).isCompleted();
        assertThat(bot.spaces().joined()).contains(locked.id());
    }

    @Test
    void whatComesTwiceIsAnsweredOnce(TestBot bot, TestSpace lab) {
        bot.faults().duplicateDeliveries(1);

        lab.user("Ann").says("echo once");

        lab.expect("once");
        lab.expectNothing();
    }

    @Test
    void whatWasSentWhenTheConnectionDroppedIsNotSentTwice(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().delayDeliveries(Duration.ofMillis(500));
        lab.user("Ann").says("echo arrived");
        clock.advance(Duration.ofMillis(500));
        lab.expect("arrived");

        bot.faults().dropConnections();
        bot.faults().delayDeliveries(Duration.ZERO);
        clock.advance(Duration.ofSeconds(2));

        lab.expectNothing();
        lab.user("Ann").says("echo next");
        lab.expect("next");
        lab.expectNothing();
    }

    @Test
    void whatTheServiceNeverConfirmsIsLookedUpInTheHistory(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().delayDeliveries(Duration.ofHours(1));
        CompletableFuture<String> sent = bot.spaces().send(lab.id(), "slow").toCompletableFuture();
        bot.settle();
        assertThat(sent).isNotDone();

        clock.advance(Duration.ofSeconds(25));

        assertThat(sent).isCompleted();
        lab.expect("slow");
        lab.expectNothing();
    }

    @Test
    void afterLeavingNothingIsSentNorReceived(TestBot bot, TestSpace lab) {
        bot.spaces().leave(lab.id());
        bot.settle();

        lab.user("Ann").says("echo anybody");
        CompletableFuture<String> sent = bot.spaces().send(lab.id(), "no").toCompletableFuture();
        bot.settle();

        lab.expectNothing();
        assertThatThrownBy(sent::join)
                .hasRootCauseMessage("Space " + lab.id() + " was left; join it before sending to it");
        assertThat(bot.spaces().joined()).doesNotContain(lab.id());
    }

    @Test
    void keepsThePaceAndLosesNothing() {
        try (TestBot bot = TestBot.builder()
                .handlers(new Echo())
                .limits(Limits.documented())
                .eventsPerMinute(200)
                .build()) {
            TestSpace lab = bot.space("Lab");
            List<String> texts =
                    IntStream.range(0, 450).mapToObj(i -> "number " + i).toList();

            texts.forEach(text -> bot.spaces().send(lab.id(), text));
            bot.clock().advance(Duration.ofMinutes(3));

            texts.forEach(lab::expect);
            lab.expectNothing();
        }
    }

    @Test
    void aLongTextGoesOutInPartsInOrder(TestBot bot, TestSpace lab) {
        String paragraph =
                "A sentence of some length that is repeated. ".repeat(40).strip();
        String text = String.join("\n\n", Collections.nCopies(30, paragraph));

        bot.spaces().send(lab.id(), text);
        bot.settle();

        List<String> parts = lab.replies().stream().map(Message::text).toList();
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(String.join("\n\n", parts)).isEqualTo(text);
    }

    @Test
    void givesUpAfterFiveRefusalsOfATokenThatCannotBeRenewed() {
        try (TestBot bot =
                TestBot.builder().handlers(new Echo()).token("not-a-token").build()) {
            bot.clock().advance(Duration.ofMinutes(1));

            assertThat(bot.gaveUp())
                    .startsWith("The service refused the token 5 times in a row, and it cannot be renewed.")
                    .endsWith("Put a valid token into the configuration's `auth` and start again.")
                    .doesNotContain("not-a-token");
        }
    }

    @Test
    void everySpaceKeepsItsOwnOrder(TestBot bot) {
        List<TestSpace> spaces =
                IntStream.range(0, 5).mapToObj(i -> bot.space("Space " + i)).toList();

        for (int i = 0; i < 20; i++) {
            for (TestSpace space : spaces) {
                bot.emulator().say(bot.emulator().user("Ann"), bot.emulator().space(space.title()), "echo " + i);
            }
        }
        bot.settle();

        for (TestSpace space : spaces) {
            IntStream.range(0, 20).forEach(i -> space.expect(String.valueOf(i)));
            space.expectNothing();
        }
    }

    static final class Echo {

        @OnMessage("echo {text...}")
        String echo(String text) {
            return text;
        }
    }
}
