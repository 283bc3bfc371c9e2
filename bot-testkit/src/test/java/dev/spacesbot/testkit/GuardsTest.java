package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void aRuleForEverythingLeavesErrorsAndMomentsAloneAndWatchersSilent() {
        Rules rules = Rules.defaults()
                .withCommands(
                        new Rules.ForCommands("*", null, new Rules.Quota(1, Duration.ofMinutes(1), Limit.By.USER)));
        Watching watching = new Watching();
        try (TestBot bot = TestBot.builder().handlers(watching).rules(rules).build()) {
            TestSpace lab = bot.space("Lab");
            TestUser ann = lab.user("Ann");
            TestUser bob = lab.user("Bob");

            ann.says("fail");
            lab.expect("Never mind.");
            bob.says("fail");
            lab.expect("Never mind.");
            ann.says("what now?");
            lab.expectNothing();

            assertThat(watching.seen).containsExactly("Ann", "Bob");
        }
    }

    @Test
    void whatAClassAllowsHoldsForThoseThatExtendIt() {
        try (TestBot bot = TestBot.of(Releases.class)) {
            TestSpace lab = bot.space("Lab");

            lab.user("Bob", Role.GUEST).says("stop everything");
            lab.expect("Sorry, only admins of this space may use \"stop everything\".");
            lab.user("Bob", Role.GUEST).says("release");
            lab.expect("Sorry, only admins of this space may use \"release\".");
        }
    }

    @Test
    void whatOverridesAHandlerMayBeStricter() {
        try (TestBot bot = TestBot.of(StrictOpen.class)) {
            TestSpace lab = bot.space("Lab");

            lab.user("Bob", Role.GUEST).says("open");

            lab.expect("Sorry, only admins of this space may use \"open\".");
        }
    }

    @Test
    void tellsWhatIsWrongWithTheAnnotations() {
        assertThatThrownBy(() -> TestBot.of(Wrong.class)).hasMessage("""
                2 problems in the handlers:
                  Wrong.deploy: has a @Limit per "soon", which is not a span of time such as 10m, 1h30m or 2 hours
                  Wrong.task: has an @Allow for the space "lab", which is no space id: 24 hexadecimal digits, as the command 'spaces' shows them""");
    }

    @Allow(spaces = "lab")
    static final class Wrong {

        @OnMessage("deploy")
        @Allow
        @Limit(value = 2, per = "soon")
        void deploy() {}

        @OnTask
        void task() {}
    }

    @Allow(roles = Role.ADMIN)
    abstract static class ForAdmins {

        @OnMessage("stop everything")
        String stop() {
            return "Stopped.";
        }
    }

    static final class Releases extends ForAdmins {

        @OnMessage("release")
        String release() {
            return "Released.";
        }
    }

    static class Open {

        @OnMessage("open")
        String open() {
            return "Opened.";
        }
    }

    static final class StrictOpen extends Open {

        @Override
        @Allow(roles = Role.ADMIN)
        String open() {
            return super.open();
        }
    }

    static final class Watching {

        private final List<String> seen = new ArrayList<>();

        @OnMessage(always = true)
        void watch(User sender) {
            seen.add(sender.displayName());
        }

        @OnMessage("fail")
        void fail() {
            if (!seen.isEmpty()) {
                throw new IllegalStateException();
            }
        }

        @OnError(IllegalStateException.class)
        String failed() {
            return "Never mind.";
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
