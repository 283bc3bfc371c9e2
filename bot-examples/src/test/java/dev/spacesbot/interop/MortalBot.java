package dev.spacesbot.interop;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bot's jar as a process of its own, which may be killed and started again. All of its processes write to one log. */
final class MortalBot implements AutoCloseable {

    private static final Path JAR = Path.of("target", "bot-examples.jar").toAbsolutePath();
    private static final Path HANDLERS = Path.of("target", "test-classes").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 30;

    private static final Pattern HEAP =
            Pattern.compile("^sun\\.gc\\.generation\\.\\d\\.space\\.\\d\\.used=(\\d+)", Pattern.MULTILINE);
    private static final Pattern THREADS = Pattern.compile("^java\\.threads\\.live=(\\d+)", Pattern.MULTILINE);

    private final Path folder;
    private Process process;

    /** With {@code configuration} in {@code folder}. */
    MortalBot(Path folder, String configuration) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bot.yaml"), configuration);
        Files.writeString(log(), "");
        process = begin();
    }

    Path log() {
        return folder.resolve("bot.log");
    }

    private Process begin() throws IOException {
        List<String> command = List.of(
                tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dlogback.configurationFile=bot-on-trial.xml",
                "-Dtrial.level=" + System.getProperty("trial.level", "INFO"),
                "-cp",
                JAR + System.getProperty("path.separator") + HANDLERS,
                "dev.spacesbot.cli.Main",
                "run",
                "-c",
                "bot.yaml");
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Ends it with {@code kill -9}, unless it has ended already, and starts it again. */
    void killAndStartAgain(String note) throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        Files.writeString(log(), "---- " + note + "\n", StandardOpenOption.APPEND);
        process = begin();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What it takes.
     *
     * @param heapBytes what is in use, garbage collected
     * @param files how many are open, sockets among them
     */
    record Room(long heapBytes, int threads, int files) {

        /** What is in the middle of each. */
        static Room middle(List<Room> rooms) {
            return new Room(middle(rooms, Room::heapBytes), (int) middle(rooms, Room::threads), (int)
                    middle(rooms, Room::files));
        }

        private static long middle(List<Room> rooms, ToLongFunction<Room> figure) {
            long[] sorted = rooms.stream().mapToLong(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    /** What it takes just now, as the tools of the JDK and of Linux tell. */
    Room room() throws IOException, InterruptedException {
        String unused = ask("GC.run");
        String counters = ask("PerfCounter.print");
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return new Room(sum(HEAP, counters), (int) sum(THREADS, counters), (int) files.count());
        }
    }

    private String ask(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }

    private static long sum(Pattern counter, String counters) {
        return counter.matcher(counters)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Asks it to end; returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The bot does not end; see " + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
