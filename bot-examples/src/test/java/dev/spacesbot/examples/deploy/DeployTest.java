package dev.spacesbot.examples.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Role;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.TestSpace;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeployTest {

    private static final DeploySettings SETTINGS = new DeploySettings(List.of("shop", "mail"), List.of("prod"));

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Transcripts.beside(DeployTest.class).with(() -> bot(new Rehearsal()));
    }

    @Test
    void nothingIsDeployedBeforeSomebodyIsSure() {
        Recorder platform = new Recorder();
        try (TestBot bot = bot(platform)) {
            TestSpace space = bot.space("Lab");

            space.user("Bob").says("deploy shop 1.4 to prod");
            assertThat(platform.deployed).isEmpty();
            space.user("Bob").says("yes");

            assertThat(platform.deployed).containsExactly(new Release("shop", "1.4", "prod"));
        }
    }

    @Test
    void guestsDoNotReachThePlatform() {
        Recorder platform = new Recorder();
        try (TestBot bot = bot(platform)) {
            bot.space("Lab").user("Gus", Role.GUEST).says("deploy shop 1.4 to test");

            assertThat(platform.deployed).isEmpty();
        }
    }

    private static TestBot bot(Platform platform) {
        return TestBot.builder()
                .handlers(Deploy.class)
                .service(platform)
                .service(SETTINGS)
                .build();
    }

    /** A platform that remembers what it was told. */
    private static final class Recorder implements Platform {

        private final List<Release> deployed = new ArrayList<>();

        @Override
        public void deploy(Release release) {
            deployed.add(release);
        }

        @Override
        public String rollBack(String service, String env) {
            throw new PlatformException("Not here.");
        }

        @Override
        public Optional<String> version(String service, String env) {
            return Optional.empty();
        }
    }
}
