package dev.spacesbot.examples.greeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.TestMessage;
import dev.spacesbot.testkit.TestSpace;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@BotTest(Greeter.class)
class GreeterTest {

    @Test
    void greetsByName(TestSpace space) {
        space.user("Ann").says("hello");

        space.expect("Hello, Ann!");
    }

    @Test
    void greetsOthers(TestSpace space) {
        space.user("Ann").says("hi Bob and Cleo");

        space.expect("Hello, Bob and Cleo!");
    }

    @Test
    void rollsDice(TestSpace space) {
        space.user("Ann").says("roll 2 6");

        assertThat(space.lastReply().text()).matches("([2-9]|1[0-2]) with 2 dice\\.");
    }

    @Test
    void explainsHowToRoll(TestSpace space) {
        space.user("Ann").says("roll two 6");
        space.user("Ann").says("roll 0 6");

        space.expect("dice: \"two\" is not a whole number from 1 to 100.\nUsage: roll {dice} {sides}");
        space.expect("dice: \"0\" is not a whole number from 1 to 100.\nUsage: roll {dice} {sides}");
    }

    @Test
    void knowsWhereItIs(TestSpace kitchen) {
        kitchen.user("Ann").says("Where am I");

        kitchen.expect("In kitchen.");
    }

    @Test
    void welcomesAPost(TestSpace space) {
        TestMessage post = space.user("Ann").posts("Plans", "What we will do");

        post.expectComment("Thank you for the post, Ann.");
    }

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(GreeterTest.class).with(() -> TestBot.of(Greeter.class));
    }
}
