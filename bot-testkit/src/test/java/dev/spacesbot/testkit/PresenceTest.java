package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPresence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@BotTest(PresenceTest.Doorkeeper.class)
class PresenceTest {

    static final class Doorkeeper {

        @OnPresence
        String tell(Presence presence, User sender, Space space) {
            return sender.displayName() + " " + presence.kind() + " " + space.title();
        }

        @OnPresence(on = Kind.TYPING)
        String typing(User sender) {
            if (sender.displayName().equals("Eve")) {
                throw new IllegalStateException("oops");
            }
            return "What is it, " + sender.displayName() + "?";
        }

        @OnMessage
        String answer() {
            return "I see.";
        }
    }

    @Test
    void peopleComeTypeAndLeave(TestSpace lab, TestSpace garden) {
        TestUser ann = lab.user("Ann");

        ann.enters();
        ann.types();
        ann.types();
        ann.says("hello");
        ann.leaves();

        lab.expect("Ann ENTERED lab");
        lab.expect("What is it, Ann?");
        lab.expect("What is it, Ann?");
        lab.expect("I see.");
        lab.expect("Ann LEFT lab");
        lab.expectNothing();
        garden.expectNothing();
    }

    @Test
    void whoeverIsThereComesAgainOnlyAfterLeaving(TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");

        ann.enters();
        ann.enters();
        lab.expect("Ann ENTERED lab");
        lab.expectNothing();
        ann.leaves();
        clock.advance(Duration.ofMinutes(1));
        ann.enters();

        lab.expect("Ann LEFT lab");
        lab.expect("Ann ENTERED lab");
    }

    @Test
    void aFailureOnPresenceIsNotToldToTheSpace(TestBot bot, TestSpace lab) {
        lab.user("Eve").types();

        lab.expectNothing();
        assertThat(bot.expectFailure(IllegalStateException.class)).hasMessage("oops");
    }

    @Test
    void theBotsOwnIsNotTold(TestBot bot, TestSpace lab) {
        bot.emulator().online(bot.self(), bot.emulator().space("lab"));
        bot.settle();

        lab.expectNothing();
    }
}
