package dev.spacesbot.examples.poll;

import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.TestSpace;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@BotTest(PollBot.class)
class PollBotTest {

    @Test
    void countsTheLastWordOfEachPerson(TestSpace space) {
        space.user("Ann").says("poll \"Where to?\" pizza sushi");
        space.user("Ann").says("vote pizza");
        space.user("Bob").says("vote SUSHI");
        space.user("Ann").says("vote sushi");
        space.user("Bob").says("close poll");
        space.user("Bob").says("result");

        space.expect("Where to?\n• pizza\n• sushi");
        space.expect("Ann is for pizza.");
        space.expect("Bob is for sushi.");
        space.expect("Ann is for sushi.");
        space.expect("Closed. Where to?\n• pizza: 0\n• sushi: 2");
        space.expect("There is no poll in this space: poll \"Where to?\" pizza sushi");
    }

    @Test
    void everySpaceHasItsOwnPoll(TestSpace kitchen, TestSpace garden) {
        kitchen.user("Ann").says("poll Lunch? soup salad");
        garden.user("Ann").says("poll Trees? apple pear");

        kitchen.user("Bob").says("vote apple");
        garden.user("Bob").says("vote apple");

        kitchen.expect("Lunch?\n• soup\n• salad");
        kitchen.expect("You can vote for soup, salad.");
        garden.expect("Trees?\n• apple\n• pear");
        garden.expect("Bob is for apple.");
    }

    @Test
    void onePollOptionIsNoChoice(TestSpace space) {
        space.user("Ann").says("poll Lunch? soup");

        space.expect("A poll needs two options or more: poll \"Where to?\" pizza sushi");
    }

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(PollBotTest.class).with(() -> TestBot.of(PollBot.class));
    }
}
