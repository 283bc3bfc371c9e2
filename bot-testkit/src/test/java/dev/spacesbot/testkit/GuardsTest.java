package dev.spacesbot.testkit;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Role;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

@BotTest(GuardsTest.Deploy.class)
class GuardsTest {

    @Test
    void onlyWhoMayUsesACommandAndSeesItInTheHelp(TestSpace lab) {
        TestUser ann = lab.user("Ann", Role.ADMIN);
        TestUser bob = lab.user("Bob", Role.MEMBER);

        ann.says("deploy");
        lab.expect("Done.");
        bob.says("deploy");
        lab.expect("Sorry, only admins of this space may use \"deploy\".");
        bob.says("deploy");
        lab.expectNothing();
        bob.says("help");
        lab.expect("I understand:\n• status\nhelp COMMAND tells more about one.");
        ann.says("help");
        lab.expect("I understand:\n• deploy\n• status\nhelp COMMAND tells more about one.");
    }

    @Test
    void whoIsTooQuickIsToldOnceAWindow(TestSpace lab, TestClock clock) {
        TestUser ann = lab.user("Ann");

        ann.says("status");
        ann.says("status");
        ann.says("status");
        ann.says("status");

        lab.expect("fine");
        lab.expect("fine");
        lab.expect("You may use \"status\" 2 times in 1 minute; please try again in 1 minute.");
        lab.expectNothing();
        clock.advance(Duration.ofMinutes(1));
        ann.says("status");
        lab.expect("fine");
    }

    @Test
    void theConfigurationHasTheLastWord() {
        Rules rules = Rules.defaults()
                .withCommands(new Rules.ForCommands(
                        "DEP*", new Rules.Access(Set.of("bob@example.org"), Set.of(), Set.of()), null));
        try (TestBot bot = TestBot.builder().handlers(Deploy.class).rules(rules).build()) {
            TestSpace lab = bot.space("Lab");

            lab.user("bob").says("deploy");

            lab.expect("Done.");
        }
    }

    static final class Deploy {

        @OnMessage("deploy")
        @Allow(roles = Role.ADMIN)
        String deploy() {
            return "Done.";
        }

        @OnMessage("status")
        @Limit(value = 2, per = "1m")
        String status() {
            return "fine";
        }
    }
}
