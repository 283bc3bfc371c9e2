package @package@;

import dev.spacesbot.testkit.BotTest;
import dev.spacesbot.testkit.TestBot;
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

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(GreeterTest.class).with(() -> TestBot.of(Greeter.class));
    }
}
