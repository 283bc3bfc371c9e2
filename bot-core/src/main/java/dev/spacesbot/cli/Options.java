package dev.spacesbot.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command for one bot takes. */
final class Options {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "bot.yaml",
            description = "The bot's configuration; default: ${DEFAULT-VALUE}.")
    private Path config = Path.of("bot.yaml");

    @Option(
            names = {"-v", "--verbose"},
            description = "Log what the bot does, and every frame with its secrets masked.")
    private boolean verbose;

    Path config() {
        return config;
    }

    boolean verbose() {
        return verbose;
    }
}
