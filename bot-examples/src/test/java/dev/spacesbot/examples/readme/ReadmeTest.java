package dev.spacesbot.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.BotConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the build compiles and runs. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    private Path folder;

    @Test
    void everyJavaBlockIsPartOfASourceFile() throws IOException {
        List<String> sources;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(ReadmeTest::read)
                    .toList();
        }

        List<String> blocks = blocks("java");

        assertThat(blocks).hasSize(10);
        assertThat(blocks).allSatisfy(block -> assertThat(sources).anyMatch(source -> source.contains(block)));
    }

    @Test
    void theConfigurationIsRight() throws IOException {
        Path file = Files.writeString(folder.resolve("bot.yaml"), blocks("yaml").get(0));

        BotConfig config = BotConfig.read(file, Map.of("SPACES_TOKEN", "token-of-bot", "LAB_PIN", "4821"));

        assertThat(config.name()).isEqualTo("greeter");
        assertThat(config.spaces()).hasSize(2);
    }

    @Test
    void theReportIsWhatAMistakeGets() throws IOException {
        String mistaken = blocks("yaml").get(0).replace("name: greeter", "nam: greeter");
        Path file = Files.writeString(folder.resolve("bot.yaml"), mistaken);

        assertThatThrownBy(() -> BotConfig.read(file, Map.of("LAB_PIN", "4821")))
                .isInstanceOf(BotConfigException.class)
                .hasMessage(blocks("").get(0).strip().replace("bot.yaml", file.toString()));
    }

    private static List<String> blocks(String language) {
        Matcher fences = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$").matcher(read(README));
        List<String> blocks = new ArrayList<>();
        while (fences.find()) {
            if (fences.group(1).equals(language)) {
                blocks.add(fences.group(2));
            }
        }
        return blocks;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
