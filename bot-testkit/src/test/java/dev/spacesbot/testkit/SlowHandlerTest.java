package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A handler that returns a stage is watched while it is at work. */
class SlowHandlerTest {

    private final Queue<CompletableFuture<String>> baking = new ArrayDeque<>();
    private final TestBot bot = TestBot.of(new Baker());
    private final TestSpace kitchen = bot.space("kitchen");
    private final TestUser ann = kitchen.user("Ann");

    final class Baker {

        @OnMessage("bake")
        CompletionStage<String> bake() {
            CompletableFuture<String> done = new CompletableFuture<>();
            baking.add(done);
            return done;
        }

        @OnMessage("toast")
        CompletionStage<String> toast() {
            return CompletableFuture.supplyAsync(
                    () -> "toast", CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        }

        @OnMessage
        String other(Message message) {
            return "no " + message.text();
        }
    }

    @AfterEach
    void endTheBot() {
        bot.close();
    }

    @Test
    void showsThatItIsTypingUntilItIsDone() {
        ann.begins("bake");
        bot.clock().advance(Duration.ofMillis(600));
        kitchen.expectNoTyping();

        bot.clock().advance(Duration.ofMillis(100));
        kitchen.expectTyping();
        kitchen.expectNoTyping();
        bot.clock().advance(Duration.ofSeconds(2));
        kitchen.expectTyping();
        kitchen.expectNothing();

        baking.remove().complete("a cake");
        bot.settle();
        bot.clock().advance(Duration.ofMinutes(1));
        kitchen.expect("a cake");
        kitchen.expectNoTyping();
    }

    @Test
    void otherSpacesGoOnMeanwhile() {
        TestSpace garden = bot.space("garden");
        ann.begins("bake");

        garden.user("Bob").says("rain");
        bot.space("attic").user("Bob").says("dust");

        garden.expect("no rain");
        bot.space("attic").expect("no dust");
        kitchen.expectNothing();
    }

    @Test
    void theNextOfTheSameSpaceWaits() {
        ann.begins("bake");
        ann.begins("bread");
        kitchen.expectNothing();

        baking.remove().complete("a cake");
        bot.settle();

        kitchen.expect("a cake");
        kitchen.expect("no bread");
    }

    @Test
    void aStageThatAnotherThreadCompletesIsWaitedFor() {
        ann.says("toast");

        kitchen.expect("toast");
        kitchen.expectNoTyping();
    }

    @Test
    void onceItIsDoneTheSpaceIsAsBefore() {
        ann.begins("bake");
        baking.remove().complete("a cake");

        ann.says("toast");

        kitchen.expect("a cake");
        kitchen.expect("toast");
    }

    @Test
    void saysWhatToDoWhereAStageNeverCompletes() {
        try (TestBot hasty = TestBot.builder()
                .handlers(new Baker())
                .patience(Duration.ofMillis(200))
                .build()) {
            TestUser bob = hasty.space("kitchen").user("Bob");

            assertThatThrownBy(() -> bob.says("bake"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                            "What a handler returned has not completed after 200 ms: does it wait for something that"
                                    + " never comes? A test that completes it, or lets time pass for it, says begins(…) in place"
                                    + " of says(…).");
        }
    }

    @Test
    void saysWhatWasMissedOfTheSign() {
        assertThatThrownBy(kitchen::expectTyping)
                .hasMessage("Expected that the bot is typing in \"kitchen\", but it showed no sign of it");
        ann.begins("bake");
        bot.clock().advance(Duration.ofSeconds(1));

        assertThatThrownBy(kitchen::expectNoTyping)
                .hasMessage("Expected no sign that the bot is typing in \"kitchen\", but it showed one");
        assertThat(baking).hasSize(1);
    }
}
