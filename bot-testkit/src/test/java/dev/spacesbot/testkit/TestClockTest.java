package dev.spacesbot.testkit;

import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.OnMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {

    static final class Watch {

        private final Clock clock;

        Watch(Clock clock) {
            this.clock = clock;
        }

        @OnMessage("time")
        String time() {
            return clock.instant().atZone(clock.getZone()).toString();
        }
    }

    @Test
    void givesHandlersTheClockThatTheTestMoves() {
        Rules rules = Rules.defaults().withZone(ZoneId.of("Europe/Berlin"));
        try (TestBot bot = TestBot.builder().handlers(Watch.class).rules(rules).build()) {
            TestSpace lab = bot.space("Lab");
            bot.clock().advance(Duration.ofMinutes(90));

            lab.user("Ann").says("time");

            lab.expect("2026-01-05T11:30+01:00[Europe/Berlin]");
        }
    }
}
