package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Session;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps and sessions, as people meet them. */
@BotTest(ConversationsTest.Order.class)
class ConversationsTest {

    record Pizza(String kind, int number) {}

    static final class Order {

        @OnMessage("order {kind}")
        String begin(String kind, Session session) {
            session.put("pizza", new Pizza(kind, 0));
            session.next("how-many");
            return "How many?";
        }

        @OnMessage(value = "{number}", during = "how-many")
        String howMany(int number, Session session) {
            Pizza pizza = session.get("pizza", Pizza.class).orElseThrow();
            session.done();
            return number + " " + pizza.kind() + ".";
        }

        @OnMessage("my status")
        String status(Session session) {
            return "step: " + session.step() + ", "
                    + session.get("pizza", Pizza.class).map(Pizza::kind).orElse("nothing");
        }

        @OnMessage("break it")
        String fail(Session session) {
            session.done();
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void asksAndTakesTheAnswer(TestSpace space) {
        TestUser ann = space.user("Ann");

        ann.says("order quattro");
        space.expect("How many?");
        ann.says("3");

        space.expect("3 quattro.");
        ann.says("my status");
        space.expect("step: , nothing");
    }

    @Test
    void saysThatNobodyAnswersDuringAStep() {
        try (TestBot bot = TestBot.of(new Lost())) {
            bot.space("Lab").user("Ann").says("go");

            assertThat(bot.expectFailure(IllegalArgumentException.class))
                    .hasMessage(
                            "No handler answers during \"nowhere\"; mark one with @OnMessage(during = \"nowhere\")");
        }
    }

    private static final class Lost {

        @OnMessage("go")
        void go(Session session) {
            session.next("nowhere");
        }
    }

    @Test
    void keepsPeopleAndSpacesApart(TestBot bot) {
        TestSpace lab = bot.space("Lab");
        TestSpace office = bot.space("Office");
        lab.user("Ann").says("order quattro");
        lab.expect("How many?");

        lab.user("Bob").says("my status");
        office.user("Ann").says("my status");
        lab.user("Ann").says("my status");

        lab.expect("step: , nothing");
        office.expect("step: , nothing");
        lab.expect("step: how-many, quattro");
    }

    @Test
    void forgetsAConversationThatNobodyGoesOnWith(TestSpace space, TestClock clock) {
        TestUser ann = space.user("Ann");
        ann.says("order quattro");
        space.expect("How many?");

        clock.advance(Duration.ofMinutes(30));
        ann.says("my status");

        space.expect("step: , nothing");
    }

    @Test
    void remembersAConversationThatGoesOn(TestSpace space, TestClock clock) {
        TestUser ann = space.user("Ann");
        ann.says("order quattro");
        space.expect("How many?");

        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(20));
            ann.says("my status");
            space.expect("step: how-many, quattro");
        }
    }

    @Test
    void leavesTheConversationOnCancel(TestSpace space) {
        TestUser ann = space.user("Ann");
        ann.says("order quattro");
        space.expect("How many?");

        ann.says("cancel");
        space.expect("Cancelled.");
        ann.says("my status");

        space.expect("step: , nothing");
    }

    @Test
    void keepsWhatWasThereWhereAHandlerThrows(TestBot bot, TestSpace space) {
        TestUser ann = space.user("Ann");
        ann.says("order quattro");
        space.expect("How many?");

        ann.says("break it");
        bot.expectFailure(IllegalStateException.class);
        Optional<String> apology =
                space.replies().stream().map(message -> message.text()).findFirst();
        ann.says("my status");

        assertThat(apology).isPresent();
        space.expect("step: how-many, quattro");
    }
}
