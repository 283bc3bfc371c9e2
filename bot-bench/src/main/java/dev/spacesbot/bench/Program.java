package dev.spacesbot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A program under measurement: a JVM of its own, and the service that it is connected to. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> STORE_FILES = List.of("bot.mv.db", "bot.trace.db", "bot.owner");

    private final LoopbackService service;
    private final Load load;
    private final Process process;
    private final long startedAt;
    private final Path output;

    private Program(LoopbackService service, Workload workload, List<String> command) {
        this.service = service;
        this.load = new Load(workload);
        this.output = temporary("bench", ".log", List.of());
        service.dialogue().load(load);
        startedAt = System.nanoTime();
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the bot as its users do, with the handlers of a package, and without a store. */
    static Program bot(Workload workload, Handlers handlers) {
        return bot(workload, handlers, "memory");
    }

    /** The same with a new H2 store, as is the default. */
    static Program storing(Workload workload, Handlers handlers, String... options) {
        try {
            Path folder = Files.createTempDirectory("bench-store");
            // The last to be named is the first to go.
            folder.toFile().deleteOnExit();
            STORE_FILES.forEach(file -> folder.resolve(file).toFile().deleteOnExit());
            return bot(workload, handlers, "\"jdbc:h2:file:" + folder.resolve("bot") + "\"", options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program bot(Workload workload, Handlers handlers, String store, String... options) {
        LoopbackService service = new LoopbackService();
        List<String> lines = new ArrayList<>();
        lines.add("name: bench");
        lines.add("handlers: [" + handlers.packageName() + "]");
        lines.add("store: {url: " + store + "}");
        lines.add("auth: {type: jwt, token: token-of-bench}");
        lines.add("service: {socketUrl: \"" + service.address() + "\", apiUrl: \"" + service.address()
                + "/api\", accountsUrl: \"" + service.address() + "\"}");
        lines.add("pace: {eventsPerMinute: 0}");
        lines.add("loopGuard: 0");
        lines.add("spaces:");
        spaces(workload).forEach(space -> lines.add("  - \"" + space + "\""));
        Path config = temporary("bot", ".yaml", lines);
        return new Program(
                service,
                workload,
                java(List.of(options), handlers.classPath(), "dev.spacesbot.cli.Main", "run", "-c", config.toString()));
    }

    /** Starts the bare program. */
    static Program bare(Workload workload) {
        LoopbackService service = new LoopbackService();
        Path spaces = temporary("spaces", ".txt", spaces(workload));
        return new Program(
                service,
                workload,
                java(
                        List.of(),
                        System.getProperty("java.class.path"),
                        "dev.spacesbot.bench.bare.BareBot",
                        service.address().toString(),
                        LoopbackService.BOT_ID,
                        spaces.toString()));
    }

    private static List<String> java(List<String> more, String classPath, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getProperty("bench.options", "");
        command.addAll(options.isBlank() ? List.of() : Arrays.asList(options.split(" ")));
        command.addAll(more);
        command.add("-cp");
        command.add(classPath);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static List<String> spaces(Workload workload) {
        return IntStream.range(0, workload.spaces()).mapToObj(Workload::spaceId).toList();
    }

    private static Path temporary(String name, String ending, List<String> lines) {
        try {
            Path file = Files.createTempFile(name, ending);
            file.toFile().deleteOnExit();
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is in all its spaces. */
    Program awaitReady() throws InterruptedException {
        try {
            service.dialogue().awaitSubscriptions(load.workload().spaces(), PATIENCE);
            return this;
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + ":\n" + printed(), e);
        }
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the start of the process to the arrival of its first subscription. */
    Duration startTime() {
        return Duration.ofNanos(service.dialogue().firstSubscription() - startedAt);
    }

    /** From the start of the process to the arrival of its last subscription so far. */
    Duration joinTime() {
        return Duration.ofNanos(service.dialogue().lastSubscription() - startedAt);
    }

    /** Lets it work for {@code warmUp}, then measures for {@code window}, then waits for the last answers. */
    Slice slice(Duration warmUp, Duration window) throws InterruptedException {
        WebSocketPeer peer = service.dialogue().peer();
        synchronized (peer) {
            load.begin(peer.out());
            peer.flush();
        }
        TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
        Latencies latencies = new Latencies();
        Reading before = reading(peer, latencies);
        TimeUnit.NANOSECONDS.sleep(window.toNanos());
        Reading after = reading(peer, null);
        synchronized (peer) {
            load.end();
        }
        return new Slice(before, after, latencies, settle(peer));
    }

    private Reading reading(WebSocketPeer peer, @Nullable Latencies latencies) {
        synchronized (peer) {
            load.record(latencies);
            return new Reading(System.nanoTime(), load.answers(), Cpu.of(process.toHandle()), Cpu.own());
        }
    }

    /** Waits for what is not answered yet; returns what was wrong with the answers. */
    private String settle(WebSocketPeer peer) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            synchronized (peer) {
                if (load.waiting() == 0) {
                    break;
                }
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        synchronized (peer) {
            return load.faults();
        }
    }

    /** The memory it has right now, in bytes; not a number where the system does not say. */
    double resident() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024.0)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        service.close();
    }
}
