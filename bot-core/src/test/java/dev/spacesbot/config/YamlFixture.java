package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A configuration file of a test, and the report about it with the test's folder taken out. */
record YamlFixture(Path file) {

    static YamlFixture in(Path folder, String yaml) {
        YamlFixture fixture = new YamlFixture(folder.resolve("bot.yaml"));
        fixture.beside("bot.yaml", yaml);
        return fixture;
    }

    void beside(String name, String text) {
        try {
            Path path = file.resolveSibling(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigFile open(Map<String, String> environment) {
        return ConfigFile.open(file, environment);
    }

    BotConfig read(Map<String, String> environment) {
        return BotConfig.read(file, environment);
    }

    String report(Map<String, String> environment) {
        BotConfigException report = catchThrowableOfType(BotConfigException.class, () -> read(environment));
        return report.getMessage().replace(file.toString(), "bot.yaml");
    }
}
