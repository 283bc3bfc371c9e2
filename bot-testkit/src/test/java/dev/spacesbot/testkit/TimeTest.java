package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnReminder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens by time, as people meet it. The clock begins on a Monday at 9:00 UTC. */
class TimeTest {

    static final class Standup {

        @Cron("0 10 * * MON-FRI")
        String morning(Space space) {
            return "Good morning, " + space.title() + "!";
        }
    }

    static final class Pulse {

        private int beats;

        @Every("15m")
        void beat() {
            beats++;
        }

        @OnMessage("pulse")
        String pulse() {
            return beats + " beats";
        }
    }

    static final class Echoes {

        @OnMessage("echo")
        void echo(Schedule schedule) {
            for (int i = 1; i <= 9; i++) {
                schedule.in(Duration.ofMinutes(1), Reply.text("echo " + i));
            }
        }
    }

    static final class Memory {

        record Errand(String what, Instant at) {}

        @OnMessage("remind me in {delay} to {what...}")
        void remind(Duration delay, String what, Schedule schedule, Message message) {
            schedule.in(delay, "errand", new Errand(what, message.created()));
        }

        @OnMessage("say {what} in {delay}")
        String say(String what, Duration delay, Schedule schedule) {
            return schedule.in(delay, Reply.text(what));
        }

        @OnMessage("whisper {what} in {delay}")
        void whisper(String what, Duration delay, Schedule schedule) {
            schedule.in(delay, Reply.text(what).inDirectMessage());
        }

        @OnMessage("forget {id}")
        String forget(String id, Schedule schedule) {
            return "" + schedule.cancel(id);
        }

        @OnReminder("errand")
        String errand(User user, Errand errand) {
            return user.displayName() + " since " + errand.at().toString().substring(11, 16) + ": " + errand.what();
        }

        @OnMessage("fail after putting off")
        void fail(Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), Reply.text("never said"));
            throw new IllegalStateException("broken");
        }

        @OnMessage("nag")
        void nag(Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), "nag", 3);
        }

        @OnReminder("nag")
        Optional<String> nag(int left, Schedule schedule, Session session) {
            session.put("nagged", session.get("nagged", Integer.class).orElse(0) + 1);
            if (left > 1) {
                schedule.in(Duration.ofMinutes(1), "nag", left - 1);
                return Optional.empty();
            }
            return session.get("nagged", Integer.class).map(times -> "nagged " + times + " times");
        }
    }

    @Test
    void whatFallsDueAtOneTimeKeepsItsOrder() {
        try (TestBot bot = TestBot.of(Echoes.class)) {
            TestSpace lab = bot.space("Lab");
            lab.user("Ann").says("echo");

            bot.clock().advance(Duration.ofMinutes(1));

            for (int i = 1; i <= 9; i++) {
                lab.expect("echo " + i);
            }
        }
    }

    @Test
    @BotTest(Standup.class)
    void runsACronHandlerInEverySpaceOnItsDays(TestBot bot, TestClock clock) {
        TestSpace lab = bot.space("Lab");
        TestSpace office = bot.space("Office");

        clock.advance(Duration.ofDays(7).minusHours(1));

        for (int day = 0; day < 5; day++) {
            lab.expect("Good morning, Lab!");
            office.expect("Good morning, Office!");
        }
        lab.expectNothing();
    }

    @Test
    void goesByTheZoneOfTheBot() {
        Rules rules = Rules.defaults().withZone(ZoneId.of("Europe/Athens"));
        try (TestBot bot =
                TestBot.builder().handlers(Standup.class).rules(rules).build()) {
            TestSpace lab = bot.space("Lab");

            bot.clock().advance(Duration.ofHours(23).minusSeconds(1));
            lab.expectNothing();
            bot.clock().advance(Duration.ofSeconds(1));

            lab.expect("Good morning, Lab!");
        }
    }

    @Test
    @BotTest(Pulse.class)
    void runsAHandlerAgainAndAgain(TestSpace space, TestClock clock) {
        clock.advance(Duration.ofHours(3));

        space.user("Ann").says("pulse");
        space.expect("12 beats");
    }

    static final class Talker {

        @Every("10m")
        void talk(Spaces spaces) {
            spaces.joined().forEach(space -> spaces.send(space, "ten"));
        }

        @Every("4m")
        String four(Space space, Schedule schedule) {
            schedule.in(Duration.ofMinutes(1), Reply.text("a minute later"));
            return "four";
        }
    }

    @Test
    @BotTest(Talker.class)
    void runsWhatIsDueInOrderAndSaysItAtItsTime(TestSpace space, TestClock clock) {
        clock.advance(Duration.ofMinutes(10));

        assertThat(space.replies())
                .extracting(message -> message.created().toString().substring(11, 16) + " " + message.text())
                .containsExactly(
                        "09:04 four", "09:05 a minute later", "09:08 four", "09:09 a minute later", "09:10 ten");
    }

    @Test
    @BotTest(Memory.class)
    void remindsInTheSpaceThatItWasToldIn(TestBot bot, TestClock clock) {
        TestSpace lab = bot.space("Lab");
        bot.space("Office");
        lab.user("Ann").says("remind me in 2 hours to water the plants");
        lab.user("Bob").says("remind me in 1h to feed the cat");

        clock.advance(Duration.ofMinutes(59));
        lab.expectNothing();
        clock.advance(Duration.ofHours(3));

        lab.expect("Bob since 09:00: feed the cat");
        lab.expect("Ann since 09:00: water the plants");
        lab.expectNothing();
    }

    @Test
    @BotTest(Memory.class)
    void saysLaterWhatItWasToldTo(TestSpace space, TestClock clock) {
        TestUser ann = space.user("Ann");
        ann.says("say tea in 10m");
        ann.says("say coffee in 5m");
        String coffee = space.replies().get(1).text();
        ann.says("forget " + coffee);
        space.expect("true");

        clock.advance(Duration.ofMinutes(10));

        space.expect("tea");
        space.expectNothing();
        ann.says("forget " + coffee);
        space.expect("false");
    }

    @Test
    @BotTest(Memory.class)
    void saysLaterInDirectWhatIsForOnePersonAlone(TestBot bot, TestSpace space, TestClock clock) {
        space.user("Ann").says("whisper psst in 5m");

        clock.advance(Duration.ofMinutes(5));

        space.expectNothing();
        bot.direct("Ann").expect("psst");
    }

    @Test
    @BotTest(Memory.class)
    void putsNothingOffForAHandlerThatThrows(TestBot bot, TestSpace space, TestClock clock) {
        space.user("Ann").says("fail after putting off");
        bot.expectFailure(IllegalStateException.class);
        assertThat(space.replies()).hasSize(1);

        clock.advance(Duration.ofHours(1));

        space.expectNothing();
    }

    @Test
    @BotTest(Memory.class)
    void remindersPutOffAgainAndKeepTheSession(TestSpace space, TestClock clock) {
        space.user("Ann").says("nag");

        clock.advance(Duration.ofMinutes(3));

        space.expect("nagged 3 times");
    }

    @Test
    @BotTest(Memory.class)
    void goesOnWithItsRemindersAfterAStop(TestBot bot, TestSpace space, TestClock clock) {
        space.user("Ann").says("remind me in 1h to water the plants");
        space.user("Bob").says("remind me in 3h to feed the cat");

        bot.stop();
        clock.advance(Duration.ofHours(2));
        space.expectNothing();
        bot.start();

        space.expect("Ann since 09:00: water the plants");
        clock.advance(Duration.ofHours(1));
        space.expect("Bob since 09:00: feed the cat");
        space.expectNothing();
    }

    @Test
    @BotTest(Memory.class)
    void forgetsTheRemindersOfASpaceThatItHasLeft(TestBot bot, TestSpace space, TestClock clock) {
        space.user("Ann").says("say tea in 10m");
        space.user("Ann").says("remind me in 10m to water the plants");
        assertThat(space.replies()).hasSize(1);
        bot.spaces().leave(space.id());
        bot.settle();

        clock.advance(Duration.ofMinutes(10));
        bot.space(space.title());
        clock.advance(Duration.ofHours(1));

        space.expectNothing();
    }
}
