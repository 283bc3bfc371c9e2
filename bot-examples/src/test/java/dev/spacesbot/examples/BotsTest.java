package dev.spacesbot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Bot;
import dev.spacesbot.config.BotConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configurations that the examples are run with. */
class BotsTest {

    static Stream<Path> everyBotIsReadyToRun() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("bots"))) {
            return folders.map(folder -> folder.resolve("bot.yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource
    void everyBotIsReadyToRun(Path file) {
        Bot bot = Bot.builder()
                .config(BotConfig.read(file, Map.of("SPACES_TOKEN", "token-of-bot")))
                .build();

        assertThat(bot.name()).isEqualTo(file.getParent().getFileName().toString());
        assertThat(bot.handlers()).isPositive();
        bot.stop(Duration.ZERO);
    }
}
