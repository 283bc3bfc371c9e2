package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.EmulatorServer;
import dev.spacesbot.emulator.SpacesEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the store that it keeps beside its configuration, over several lives of the process. */
class StoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser robo = emulator.user("Robo");
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedSpace lab = emulator.space("Lab");

    @BeforeEach
    void configure() throws IOException {
        write("bot.yaml", "");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private void write(String file, String more) throws IOException {
        Files.writeString(folder.resolve(file), """
                name: robo
                handlers: [dev.spacesbot.examples.greeter]
                spaces: [%s]
                auth: {type: jwt, token: "%s"}
                service: {socketUrl: "%s", apiUrl: "%s", accountsUrl: "%s"}
                %s
                """.formatted(
                        lab.id(), robo.token(), server.socketUrl(), server.apiUrl(), server.accountsUrl(), more));
    }

    private BotProcess run() {
        return BotProcess.start(folder, "run", "-c", "bot.yaml");
    }

    /** Everything that the bot said, in its order, once there are so many. */
    private List<String> answers(int count) {
        Awaitility.await(count + " answers")
                .atMost(PATIENCE)
                .until(() -> answers().size() >= count);
        return answers();
    }

    private List<String> answers() {
        return lab.history().stream()
                .filter(message -> message.path("sender").path("_id").asText().equals(robo.id()))
                .map(message -> message.path("content").path("bodyText").asText())
                .toList();
    }

    @Test
    void answersOnceWhatWasSaidWhileItWasAway() throws Exception {
        try (BotProcess first = run()) {
            Awaitility.await().atMost(PATIENCE).until(() -> first.said().contains("Joined space"));
            ann.says(lab, "hello One");
            answers(1);
            assertThat(first.stop()).as(first.said()).isZero();
        }
        ann.says(lab, "hello Two");
        ann.says(lab, "hello Three");

        try (BotProcess second = run()) {
            answers(3);
            ann.says(lab, "hello Four");
            answers(4);
            second.kill();
        }
        ann.says(lab, "hello Five");
        try (BotProcess third = run()) {
            answers(5);
            ann.says(lab, "hello Six");
            answers(6);
            assertThat(third.stop()).as(third.said()).isZero();
        }

        assertThat(answers())
                .containsExactly(
                        "Hello, One!", "Hello, Two!", "Hello, Three!", "Hello, Four!", "Hello, Five!", "Hello, Six!");
        assertThat(folder.resolve("data").resolve("robo.mv.db")).exists();
    }

    @Test
    void answersNothingOfThatWithAStoreInMemory() throws Exception {
        write("bot.yaml", "store: {url: memory}");
        try (BotProcess first = run()) {
            Awaitility.await().atMost(PATIENCE).until(() -> first.said().contains("Joined space"));
            ann.says(lab, "hello One");
            answers(1);
            assertThat(first.stop()).as(first.said()).isZero();
        }
        ann.says(lab, "hello Two");

        try (BotProcess second = run()) {
            Awaitility.await().atMost(PATIENCE).until(() -> second.said().contains("Joined space"));
            ann.says(lab, "hello Three");
            answers(2);
            assertThat(second.stop()).as(second.said()).isZero();
        }

        assertThat(answers()).containsExactly("Hello, One!", "Hello, Three!");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void letsNoSecondProcessHaveTheSameBot() throws Exception {
        try (BotProcess first = run();
                BotProcess second = startedAfter(first)) {
            int code = second.exitCode();

            assertThat(code).isEqualTo(69);
            assertThat(second.said())
                    .contains("The store jdbc:h2:file:" + folder.toRealPath() + "/data/robo cannot be opened: ")
                    .contains("it is used already: spacesbot, process " + first.pid() + " on ")
                    .contains("Stop the other process, or give this bot another name or database.");
            assertThat(first.stop()).as(first.said()).isZero();
        }
    }

    private BotProcess startedAfter(BotProcess first) {
        Awaitility.await().atMost(PATIENCE).until(() -> first.said().contains("Joined space"));
        return run();
    }

    @Test
    void endsWithItsOwnExitCodeWhereTheDatabaseCannotBeReached() throws Exception {
        write("bot.yaml", """
                store: {url: "jdbc:postgresql://127.0.0.1:1/bots?password=pass-of-ann", user: ann, password: other-pass}
                """);

        try (BotProcess bot = run()) {
            int code = bot.exitCode();

            assertThat(code).isEqualTo(69);
            assertThat(bot.said())
                    .contains("The store jdbc:postgresql://127.0.0.1:1/bots?password=*** cannot be opened: ")
                    .contains(
                            "It was tried for 10 seconds. Check that the server runs and can be reached from here, and"
                                    + " store.url, store.user and store.password.\n")
                    .doesNotContain("pass-of-ann", "other-pass", "\tat ");
        }
    }
}
