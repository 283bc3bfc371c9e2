package dev.spacesbot.examples.standup;

import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.TestClock;
import dev.spacesbot.testkit.TestSpace;
import dev.spacesbot.testkit.TestUser;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@BotTest(Standup.class)
class StandupTest {

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(StandupTest.class).with(() -> TestBot.of(Standup.class));
    }

    @Test
    void asksInPrivateAndTellsTheTeam(TestBot bot, TestSpace team) {
        team.user("Ann").says("join standup");
        TestSpace direct = bot.direct("Ann");
        TestUser ann = direct.user("Ann");

        ann.says("standup");
        ann.says("Mended the roof");
        ann.says("Paint the door");
        ann.says("No");

        team.expectPost("What Ann is at");
        direct.expect("Welcome! On weekdays at 9:30 I will ask you about your day.");
        direct.expect("What did you do yesterday?");
        direct.expect("What will you do today?");
        direct.expect("Is anything in your way?");
        direct.expect("Thank you. Have a good day!");
    }

    @Test
    void remindsOnWeekdaysOnly(TestSpace team, TestClock clock) {
        team.user("Ann").says("join standup");

        clock.advance(Duration.ofDays(7));

        for (int day = 0; day < 5; day++) {
            team.expect("Still missing: @Ann");
        }
        team.expectNothing();
    }
}
