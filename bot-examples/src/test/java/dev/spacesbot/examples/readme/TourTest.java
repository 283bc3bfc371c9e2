package dev.spacesbot.examples.readme;

import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TourTest {

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(TourTest.class)
                .with(() -> TestBot.of(Deploy.class, Registration.class, Report.class, Tea.class));
    }
}
