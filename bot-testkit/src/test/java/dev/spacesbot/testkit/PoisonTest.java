package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import org.junit.jupiter.api.Test;

/** Messages of which the process dies. */
class PoisonTest {

    private final MortalStore store = new MortalStore();
    private final Fragile handlers = new Fragile();
    private final TestBot bot =
            TestBot.builder().handlers(handlers).store(store).build();
    private final TestSpace lab = bot.space("Lab");
    private final TestSpace office = bot.space("Office");

    final class Fragile {

        private int booms;

        @OnMessage("boom")
        String boom() {
            booms++;
            bot.faults().refuseTokens();
            bot.faults().dropConnections();
            store.die();
            return "unheard";
        }

        @OnMessage("hello")
        String hello() {
            return "hi";
        }
    }

    private void startAgain() {
        bot.stop();
        assertThat(store.revive()).isTrue();
        bot.failures().clear();
        bot.faults().acceptTokens();
        bot.start();
    }

    @Test
    void areGivenUpOnceTheyHaveEndedProcessAfterProcess() {
        lab.user("Ann").says("boom");
        lab.user("Ann").says("hello");
        office.user("Bob").says("hello");

        for (int i = 0; i < 4; i++) {
            startAgain();
            lab.expectNothing();
        }
        startAgain();

        assertThat(handlers.booms).isEqualTo(5);
        assertThat(lab.replies())
                .extracting(Message::text)
                .satisfiesExactly(
                        sorry -> assertThat(sorry).startsWith("Sorry, something went wrong here (reference "),
                        hi -> assertThat(hi).isEqualTo("hi"));
        office.expect("hi");
        office.expectNothing();
        assertThat(bot.expectFailure(RuntimeException.class))
                .hasMessageMatching("Message \\w+ was being handled when 4 processes died, so it is not handled again");
        assertThat(store.all("parked/", bot.clock().now())).hasSize(1);
        bot.stop();
        bot.start();
        lab.expectNothing();
        bot.close();
    }
}
