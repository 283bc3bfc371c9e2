package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BotTest(BotTestTest.Clerk.class)
class BotTestTest {

    @Test
    void repliesGoToWhereTheQuestionCameFrom(TestSpace kitchen, TestSpace garden) {
        kitchen.user("Ann").says("where");
        garden.user("Bob").says("where");

        kitchen.expect("kitchen, Ann");
        garden.expect("garden, Bob");
        kitchen.expectNothing();
        garden.expectNothing();
    }

    @Test
    void repliesToTasksAndPostsAreComments(TestSpace lab) {
        TestUser ann = lab.user("Ann");

        TestMessage task = ann.createsTask("Water");
        TestMessage post = ann.posts("News", "All <well>");
        ann.completes(task);
        ann.comments(post, "where");

        task.expectComment("noted Water");
        post.expectComment("read: All <well>");
        task.expectComment("done Water");
        post.expectComment("lab, Ann");
        lab.expectNothing();
    }

    @Test
    void aTaskOfTheBotCanBeCompleted(TestSpace lab) {
        TestUser ann = lab.user("Ann");

        ann.says("task Clean up");
        TestMessage task = lab.expectTask("Clean up");
        ann.completes(task);

        task.expectComment("done Clean up");
    }

    @Test
    void anEditIsAnUpdateAndNotANewCommand(TestSpace lab) {
        TestUser ann = lab.user("Ann");

        TestMessage message = ann.says("where");
        ann.edits(message, "where");
        ann.edits(message, "fixed");

        lab.expect("lab, Ann");
        lab.expect("you changed it to: fixed");
        lab.expectNothing();
    }

    @Test
    void theBotDoesNotTalkToItself(TestSpace lab) {
        lab.user("Ann").says("say where");

        lab.expect("where");
        lab.expectNothing();
    }

    @Test
    void aHandlerMayWaitForItsOwnMessage(TestSpace lab) {
        lab.user("Ann").says("twice");

        List<Message> replies = lab.replies();
        assertThat(replies)
                .extracting(Message::text)
                .containsExactly("first", "sent " + replies.get(0).id());
    }

    @Test
    void aReplyThatComesLaterKeepsItsPlace(TestSpace lab) {
        lab.user("Ann").says("later");
        lab.user("Ann").says("where");

        lab.expect("at last");
        lab.expect("lab, Ann");
    }

    @Test
    void everyReplyArrivesAndABlankOneDoesNot(TestSpace lab) {
        lab.user("Ann").says("many");

        lab.expect("one");
        lab.expect("a < b & \"c\"\nnext line");
        lab.expect("bold x");
        lab.expect("1 < 2");
        lab.expectPost("Post");
        lab.expectNothing();
        assertThat(lab.lastReply().html()).isEqualTo("<p><strong>1</strong> &lt; 2</p>");
    }

    @Test
    void aFailedHandlerSaysSoPolitelyAndTheNextMessageIsHandled(TestBot bot, TestSpace lab) {
        lab.user("Ann").says("fail");
        lab.user("Ann").says("where");

        assertThat(bot.expectFailure(IllegalStateException.class)).hasMessage("secret detail");
        assertThat(lab.replies().stream().map(Message::text))
                .satisfiesExactly(
                        polite -> assertThat(polite)
                                .matches("Sorry, something went wrong here \\(reference [2-9A-Z]{6}\\)\\."),
                        next -> assertThat(next).isEqualTo("lab, Ann"));
    }

    @Test
    void errorsAndInterruptsOfAHandlerHarmNobody(TestBot bot, TestSpace lab) {
        lab.user("Ann").says("overflow");
        lab.user("Ann").says("interrupt");
        lab.user("Ann").says("where");

        bot.expectFailure(StackOverflowError.class);
        assertThat(lab.replies().get(1).text()).isEqualTo("lab, Ann");
    }

    @Test
    void aDirectSpaceCanBeOpenedAndUsed(TestBot bot, TestSpace lab) {
        lab.user("Ann").says("psst");

        bot.direct("Ann").expect("between us");
        lab.expectNothing();
    }

    @Test
    void aWrongExpectationSaysWhatWasSaid(TestSpace lab, TestSpace den) {
        lab.user("Ann").says("where");

        assertThatThrownBy(() -> den.expect("x"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected \"x\" in \"den\", but the bot said nothing; in other spaces: \"lab, Ann\"");
        assertThatThrownBy(lab::expectNothing).hasMessage("Expected nothing in \"lab\", but the bot said \"lab, Ann\"");
        assertThatThrownBy(() -> lab.expect("y"))
                .hasMessage("Expected \"y\" in \"lab\", but the bot said \"lab, Ann\"");
    }

    @Test
    void aFailureThatNobodyAskedForFailsTheTest() {
        TestBot bot = TestBot.of(new Clerk());
        bot.space("Lab").user("Ann").says("fail");

        assertThatThrownBy(bot::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Handler Clerk.fail threw java.lang.IllegalStateException: secret detail")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Nested
    class Inside {

        @Test
        void theBotOfTheOuterClassIsThere(TestSpace lab) {
            lab.user("Ann").says("where");

            lab.expect("lab, Ann");
        }
    }

    static final class Clerk {

        @OnMessage("where")
        String where(Space space, User user) {
            return space.title() + ", " + user.displayName();
        }

        @OnTask
        String noted(Task task) {
            return "noted " + task.title();
        }

        @OnTask(on = Change.UPDATED)
        Optional<String> done(Task task) {
            return task.completed() ? Optional.of("done " + task.title()) : Optional.empty();
        }

        @OnPost
        String read(Post post) {
            return "read: " + post.text();
        }

        @OnMessage("task {title...}")
        Reply task(String title) {
            return Reply.task(title);
        }

        @OnMessage(value = "fixed", on = Change.UPDATED)
        String changed(Message message) {
            return "you changed it to: " + message.text();
        }

        @OnMessage("say {text...}")
        String say(String text) {
            return text;
        }

        @OnMessage("twice")
        String twice(Space space, Spaces spaces) {
            return "sent "
                    + spaces.send(space.id(), "first").toCompletableFuture().join();
        }

        @OnMessage("later")
        CompletionStage<String> later() {
            return CompletableFuture.supplyAsync(
                    () -> "at last", CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
        }

        @OnMessage("many")
        List<Reply> many() {
            return List.of(
                    Reply.text("one"),
                    Reply.text("  "),
                    Reply.text("a < b & \"c\"\nnext line"),
                    Reply.html("<b onclick='x()'>bold</b> <script>bad()</script>x"),
                    Reply.markdown("**1** < 2"),
                    Reply.post("Post", "text"));
        }

        @OnMessage("fail")
        String fail() {
            throw new IllegalStateException("secret detail");
        }

        @OnMessage("overflow")
        @SuppressWarnings("InfiniteRecursion") // overflows on purpose
        String overflow() {
            return overflow() + ".";
        }

        @OnMessage("interrupt")
        void interrupt() {
            Thread.currentThread().interrupt();
        }

        @OnMessage("psst")
        CompletionStage<String> whisper(User user, Spaces spaces) {
            return spaces.direct(user.id())
                    .thenCompose(space -> spaces.send(space.id(), "between us"))
                    .thenApply(id -> "");
        }
    }
}
