package dev.spacesbot.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar as a user runs it: a process of its own, with a YAML file. */
final class BotProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "bot-examples.jar").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path err;

    private BotProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** Runs a command in a folder; what it prints to its error output begins anew. */
    static BotProcess start(Path folder, String... args) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        try {
            Path err = Files.createTempFile(folder, "err", ".txt");
            return new BotProcess(
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(err.toFile())
                            .start(),
                    err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What it has said so far. */
    String said() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it to stop, as whoever runs it does; returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Ends it without a word. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits until it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The bot has not ended; it said:\n" + said());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
