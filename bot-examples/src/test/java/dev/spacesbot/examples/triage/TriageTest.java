package dev.spacesbot.examples.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Task;
import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.TestSpace;
import dev.spacesbot.testkit.TestUser;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@BotTest(Triage.class)
class TriageTest {

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(TriageTest.class).with(() -> TestBot.of(Triage.class));
    }

    @Test
    void tellsWhoIsOnDuty(TestSpace space) {
        TestUser ann = space.user("Ann");
        TestUser bob = space.user("Bob");
        bob.says("hello all");

        ann.says("duty @Bob");

        assertThat(space.lastReply().mentions()).containsExactly(new Mention(bob.id(), "Bob"));
    }

    @Test
    void givesABugToWhoeverIsNamed(TestSpace space) {
        TestUser ann = space.user("Ann");

        ann.says("bug \"The roof leaks\" for @Ann by tomorrow");

        Task task = space.expectTask("The roof leaks").event(Task.class);
        assertThat(task.assignees()).containsExactly(ann.id());
        assertThat(task.dueDate()).isEqualTo(Instant.parse("2026-01-06T12:00:00Z"));
    }
}
