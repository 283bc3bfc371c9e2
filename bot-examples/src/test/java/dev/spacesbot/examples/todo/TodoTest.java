package dev.spacesbot.examples.todo;

import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.TestClock;
import dev.spacesbot.testkit.TestMessage;
import dev.spacesbot.testkit.TestSpace;
import dev.spacesbot.testkit.TestUser;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@BotTest(Todo.class)
class TodoTest {

    @Test
    void makesATaskAndCommentsWhenItIsDone(TestSpace space) {
        TestUser ann = space.user("Ann");

        ann.says("todo Water the plants");
        TestMessage task = space.expectTask("Water the plants");
        ann.completes(task);

        task.expectComment("Well done: \"Water the plants\".");
        space.expectNothing();
    }

    @Test
    void survivesALostConnection(TestBot bot, TestSpace space, TestClock clock) {
        bot.faults().dropConnections();
        clock.advance(Duration.ofSeconds(1));

        space.user("Ann").says("todo Water the plants");

        space.expectTask("Water the plants");
    }

    @Test
    void keepsAnEyeOnTheTasksOfOthers(TestSpace space) {
        TestMessage task = space.user("Ann").createsTask("Feed the cat");

        task.expectComment("I will keep an eye on \"Feed the cat\".");
    }

    @Test
    void saysNothingWhenATaskIsOnlyRenamed(TestSpace space) {
        TestUser ann = space.user("Ann");
        TestMessage task = ann.createsTask("Feed the cat");
        task.expectComment("I will keep an eye on \"Feed the cat\".");

        ann.edits(task, "Feed both cats");

        space.expectNothing();
    }

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(TodoTest.class).with(() -> TestBot.of(Todo.class));
    }
}
