package dev.spacesbot.testkit;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnReminder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens by time, as people meet it. */
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

    static final class Memory {

        record Errand(String what, int priority) {}

        @OnMessage("remind me in {delay} to {what...}")
        void remind(Duration delay, String what, Schedule schedule) {
            schedule.in(delay, "errand", new Errand(what, 1));
        }

        @OnMessage("say {what} in {delay}")
        String say(String what, Duration delay, Schedule schedule) {
            return schedule.in(delay, Reply.text(what));
        }

        @OnMessage("forget {id}")
        String forget(String id, Schedule schedule) {
            return "" + schedule.cancel(id);
        }

        @OnReminder("errand")
        String errand(User user, Errand errand) {
            return user.displayName() + ": " + errand.what();
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
    @BotTest(Pulse.class)
    void runsAHandlerAgainAndAgain(TestSpace space, TestClock clock) {
        clock.advance(Duration.ofHours(3));

        space.user("Ann").says("pulse");
        space.expect("12 beats");
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

        lab.expect("Bob: feed the cat");
        lab.expect("Ann: water the plants");
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
}
