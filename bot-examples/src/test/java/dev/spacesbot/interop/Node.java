package dev.spacesbot.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** This machine's Node.js, in a folder with the scripts of {@code src/test/node} and the npm packages they use. */
final class Node {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node");
    private static final long INSTALL_MINUTES = 5;

    private static final String MISSING = "node and npm are not on the PATH";
    private static final boolean FOUND = lookedFor();

    private final Path node;

    private Node(Path node) {
        this.node = node;
    }

    /** Node.js, with the packages installed; where there is none, the test that asks is skipped. */
    static Node installed() {
        assumeTrue(FOUND, MISSING);
        try {
            install(onPath("npm").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Node(onPath("node").orElseThrow());
    }

    /** Starts a script; its standard error is appended to a file beside it. */
    Process start(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(node.toString(), script));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve(script + ".log").toFile()))
                .start();
    }

    /** Maven's summary counts skipped tests, and keeps their reason to its reports: so it is said once here. */
    private static boolean lookedFor() {
        boolean found = onPath("node").isPresent() && onPath("npm").isPresent();
        if (!found) {
            LoggerFactory.getLogger(Node.class).warn("Tests against npm's socket.io are skipped: {}", MISSING);
        }
        return found;
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder ->
                        Stream.of(program, program + ".exe", program + ".cmd").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Once a build: the lock file keeps other JVMs out, the monitor this one's other threads. */
    private static synchronized void install(Path npm) throws IOException {
        Files.createDirectories(FOLDER);
        Path lockFile = FOLDER.resolve("install.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            copySources();
            Path wanted = SOURCES.resolve("package-lock.json");
            Path done = FOLDER.resolve("installed");
            if (!Files.exists(done) || Files.mismatch(wanted, done) != -1) {
                npmCi(npm);
                Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copySources() throws IOException {
        try (DirectoryStream<Path> sources = Files.newDirectoryStream(SOURCES, "*.{js,json}")) {
            for (Path source : sources) {
                Path copy = FOLDER.resolve(source.getFileName());
                if (!Files.exists(copy) || Files.mismatch(source, copy) != -1) {
                    Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void npmCi(Path npm) throws IOException {
        Path log = FOLDER.resolve("npm.log");
        Process process = new ProcessBuilder(npm.toString(), "ci", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("npm ci failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("npm ci was interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
