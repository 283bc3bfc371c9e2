package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.emulator.SendRejection;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnTask;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@BotTest(RepliesTest.Talkative.class)
class RepliesTest {

    @Test
    void mentionsWhoIsNamedAndWhoIsNot(TestBot bot, TestSpace lab) {
        TestUser ann = lab.user("Ann <3");

        ann.says("thank me");
        TestMessage thanks = lab.expect("Thanks, @Ann <3!");
        ann.says("task");
        TestMessage task = lab.expectTask("Water");

        Mention mention = new Mention(ann.id(), "Ann <3");
        assertThat(thanks.event(Message.class).mentions()).containsExactly(mention);
        assertThat(task.event(Task.class).description()).isEqualTo("@Ann <3 all of them");
        for (TestMessage each : List.of(thanks, task)) {
            assertThat(bot.emulator().message(each.id()).path("mentions"))
                    .hasToString("[{\"id\":\"" + ann.id() + "\",\"type\":\"user\",\"title\":\"Ann <3\"}]");
        }
    }

    @Test
    void tasksHaveAssigneesAndADueDate(TestSpace lab) {
        TestUser ann = lab.user("Ann");

        ann.says("task");

        Task task = lab.expectTask("Water").event(Task.class);
        assertThat(task.assignees()).containsExactly(ann.id());
        assertThat(task.dueDate()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void tellsWhoeverWaitsThatATaskIsMissing() {
        try (TestBot bot = TestBot.of(new Secretary())) {
            TestSpace lab = bot.space("Lab");

            lab.user("Ann").says("note " + "blah ".repeat(3_190));

            assertThat(lab.lastReply().text()).startsWith("Sorry, something went wrong here (reference ");
            assertThat(bot.expectFailure(TransportException.class))
                    .hasMessageStartingWith("A task or post is too long");
        }
    }

    private static final class Secretary {

        @OnMessage("note {what...}")
        Reply note(String what) {
            return Reply.task(what);
        }
    }

    @Test
    void hearsWhoIsMentioned(TestSpace lab) {
        TestUser ann = lab.user("Ann");
        TestUser bob = lab.user("Bob");

        ann.says("who is @Bob?", bob, lab.bot());

        lab.expect("[Mention[userId=" + lab.bot().id() + ", displayName=bot], Mention[userId=" + bob.id()
                + ", displayName=Bob]]");
    }

    @Test
    void answersInTheDirectSpaceOfWhoeverWrote(TestBot bot, TestSpace lab) {
        lab.user("Ann").says("secret");
        lab.user("Bob").says("secret");

        lab.expect("1, 2 and 3 are told to Ann");
        lab.expect("1, 2 and 3 are told to Bob");
        lab.expectNothing();
        for (String name : List.of("Ann", "Bob")) {
            TestSpace direct = bot.direct(name);
            direct.expect("one for " + name);
            direct.expect("two for " + name);
            direct.expect("three for " + name);
            direct.expectNothing();
        }
    }

    @Test
    void aDirectAnswerToATaskIsNoComment(TestBot bot, TestSpace lab) {
        lab.user("Ann").createsTask("Sweep");

        Message answer = bot.direct("Ann").expect("Will do").event(Message.class);
        assertThat(answer.isComment()).isFalse();
    }

    @Test
    void opensTheDirectSpaceOnceTheServiceIsBack(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().failRest(2, 503);

        lab.user("Ann").says("secret");
        bot.direct("Ann").expectNothing();
        clock.advance(Duration.ofMinutes(1));

        bot.direct("Ann").expect("one for Ann");
        bot.direct("Ann").expect("two for Ann");
    }

    @Test
    void goesOnWhereADirectSpaceIsRefused(TestBot bot, TestSpace lab) {
        bot.faults().failRest(1, 403);

        lab.user("Ann").createsTask("Sweep");
        lab.user("Ann").createsTask("Mop");

        bot.direct("Ann").expect("Will do");
        bot.direct("Ann").expectNothing();
        lab.expectNothing();
        assertThat(bot.expectFailure(TransportException.class).kind()).isEqualTo(TransportException.Kind.REJECTED);
    }

    @Test
    void asksForTheDirectSpaceAgainWhereNothingCouldBeSentToIt(TestBot bot, TestSpace lab) {
        TestUser ann = lab.user("Ann");
        ann.says("secret");
        bot.faults().rejectSends(1, SendRejection.TEXT, "not.authorized.by.topic.policy");
        ann.createsTask("Sweep");
        bot.faults().failRest(1, 403);

        ann.createsTask("Mop");
        ann.createsTask("Dust");

        TestSpace direct = bot.direct("Ann");
        direct.expect("one for Ann");
        direct.expect("two for Ann");
        direct.expect("three for Ann");
        direct.expect("Will do");
        direct.expectNothing();
        bot.expectFailure(TransportException.class);
        bot.expectFailure(TransportException.class);
    }

    @Test
    void onlyAnAnswerKnowsWhoIsMeantByDirect(TestBot bot, TestSpace lab) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bot.spaces().send(lab.id(), Reply.text("psst").inDirectMessage()))
                .withMessage("Reply.inDirectMessage is for what a handler returns: here, send to the space that"
                        + " Spaces.direct gives");
    }

    @Test
    void whatIsPutOffGoesInDirectAsWell(TestBot bot, TestSpace lab, TestClock clock) {
        lab.user("Ann").says("remind me");

        clock.advance(Duration.ofMinutes(5));

        lab.expectNothing();
        bot.direct("Ann").expect("psst");
    }

    static final class Talkative {

        @OnMessage("remind me")
        void remind(Schedule schedule) {
            schedule.in(Duration.ofMinutes(5), Reply.text("psst").inDirectMessage());
        }

        @OnMessage("thank me")
        Reply thanks(User sender) {
            return Reply.text("Thanks, @" + sender.displayName() + "!").mentioning(sender);
        }

        @OnMessage("task")
        Reply task(User sender) {
            return Reply.task("Water")
                    .description("all of them")
                    .assignedTo(sender)
                    .due(LocalDate.of(2026, 3, 1))
                    .mentioning(sender);
        }

        @OnMessage("secret")
        List<Reply> secret(User sender) {
            String to = sender.displayName();
            return List.of(
                    Reply.text("one for " + to).inDirectMessage(),
                    Reply.text("two for " + to).inDirectMessage(),
                    Reply.text("1, 2 and 3 are told to " + to),
                    Reply.text("three for " + to).inDirectMessage());
        }

        @OnMessage
        String who(List<Mention> mentions) {
            return mentions.toString();
        }

        @OnTask
        Reply task() {
            return Reply.text("Will do").inDirectMessage();
        }
    }
}
