package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Role;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import org.junit.jupiter.api.Test;

@BotTest(PeopleTest.Finder.class)
class PeopleTest {

    static final class Finder {

        @OnMessage("find {person}")
        String find(User person) {
            return person.username();
        }
    }

    @Test
    void aPersonIsFoundByName(TestSpace lab) {
        lab.user("Bob");
        lab.user("Gus", Role.GUEST);
        TestUser ann = lab.user("Ann");

        ann.says("find @Bob");
        lab.expect("bob@example.org");

        ann.says("find @Gus");
        lab.expect("gus@example.org");
    }

    @Test
    void whoeverCameInSinceIsFoundToo(TestSpace lab) {
        TestUser ann = lab.user("Ann");
        ann.says("find @Ann");
        lab.expect("ann@example.org");

        lab.user("Bob").enters();
        ann.says("find @Bob");

        lab.expect("bob@example.org");
    }

    @Test
    void whoeverHasSpokenSinceIsFoundToo(TestSpace lab) {
        TestUser ann = lab.user("Ann");
        ann.says("find @Ann");
        lab.expect("ann@example.org");

        lab.user("Bob").says("hello");
        ann.says("find @Bob");

        lab.expect("bob@example.org");
    }

    @Test
    void everybodyHasTheRoleThatTheTestGivesThem(TestBot bot, TestSpace lab) {
        lab.user("Ann", Role.ADMIN).says("hello");
        lab.user("Bob").says("hello");
        lab.user("Bob", Role.GUEST);

        assertThat(bot.emulator().transport(bot.self()).members(lab.id()))
                .extracting(member -> member.user().displayName() + " " + member.role())
                .containsExactly("bot MEMBER", "Ann ADMIN", "Bob GUEST");
    }
}
