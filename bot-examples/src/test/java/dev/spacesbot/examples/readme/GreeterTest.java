package dev.spacesbot.examples.readme;

import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestSpace;
import org.junit.jupiter.api.Test;

@BotTest(Greeter.class)
class GreeterTest {

    @Test
    void greetsByName(TestSpace space) {
        space.user("Ann").says("hello");

        space.expect("Hello, Ann!");
    }
}
