package dev.spacesbot.cli;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Runs commands in a folder and keeps what they print, with the folder taken out. */
final class CommandLineFixture {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path folder;
    private final Main main;

    CommandLineFixture(Path folder, Transport transport) {
        this(folder, transport, builder -> {});
    }

    CommandLineFixture(Path folder, Transport transport, Consumer<BotBuilder> more) {
        this.folder = folder;
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("SPACES_TOKEN", "token-of-ann"));
        this.main = new Main(console, (account, timers) -> transport, more);
    }

    Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve("bot.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int run(String... args) {
        return main.run(args);
    }

    String out() {
        return printed(out);
    }

    String err() {
        return printed(err);
    }

    private String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "").replace(System.lineSeparator(), "\n");
    }
}
