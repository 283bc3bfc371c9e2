package dev.spacesbot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The rows of the table: each measures one kind of work. */
enum Row {

    /** As many messages as go through. */
    ECHO {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Workload workload = new Workload(16, 4, 0);
            Match match = Match.play(
                    pairs,
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(1),
                    () -> Program.bot(workload, ECHO_HANDLERS),
                    () -> Program.bare(workload));
            double rate = match.ratio(Slice::rate);
            double cpu = match.ratio(Slice::cpu);
            String work = "echo, 64 outstanding, 16 spaces: ";
            return List.of(
                    new Figure(
                                    work + "rate",
                                    ">= 0.90 x bare",
                                    text("%.2f x", rate),
                                    rate >= 0.9,
                                    match.spread(Slice::rate) + "bot / bare "
                                            + match.medians("%.0f / %.0f a second", Slice::rate) + ", "
                                            + match.generator())
                            .unless(match.faults()),
                    new Figure(
                                    work + "CPU",
                                    "<= 1.15 x bare",
                                    text("%.2f x", cpu),
                                    cpu <= 1.15,
                                    match.spread(Slice::cpu) + match.medians("%.1f / %.1f us a message", Slice::cpu))
                            .unless(match.faults()));
        }
    },

    /** One message after the other. */
    LATENCY {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Workload workload = new Workload(1, 1, 0);
            Match match = Match.play(
                    pairs,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    () -> Program.bot(workload, ECHO_HANDLERS),
                    () -> Program.bare(workload));
            double more = match.compare(slice -> slice.latencies().within(0.5), (bot, bare) -> bot - bare);
            return List.of(new Figure(
                            "echo, 1 outstanding: median",
                            "<= bare + 50 us",
                            text("bare %+.0f us", more),
                            more <= 50,
                            match.medians(
                                            "%.0f / %.0f us",
                                            slice -> slice.latencies().within(0.5)) + ", " + match.generator())
                    .unless(match.faults()));
        }
    },

    /** Many commands in place of one. */
    COMMANDS {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Handlers many = Handlers.commands(500);
            Handlers one = Handlers.commands(1);
            Match match = Match.play(
                    pairs,
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(1),
                    () -> Program.bot(new Workload(16, 4, 500), many),
                    () -> Program.bot(new Workload(16, 4, 1), one));
            double rate = match.ratio(Slice::rate);
            return List.of(new Figure(
                            "500 commands, every message names one: rate",
                            ">= 0.95 x one command",
                            text("%.2f x", rate),
                            rate >= 0.95,
                            match.spread(Slice::rate) + match.medians("%.0f / %.0f a second", Slice::rate) + ", "
                                    + match.medians("%.1f / %.1f us CPU, ", Slice::cpu) + match.generator())
                    .unless(match.faults()));
        }
    },

    /** Handlers that wait. */
    BLOCKING {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Workload workload = new Workload(200, 1, 0);
            List<Slice> slices = new ArrayList<>();
            for (int i = 0; i < pairs; i++) {
                try (Program bot = Program.bot(workload, Handlers.in("dev.spacesbot.bench.bots.slow"))) {
                    slices.add(bot.awaitReady().slice(Duration.ofSeconds(3), Duration.ofSeconds(10)));
                }
            }
            double rate = Medians.of(slices.stream().mapToDouble(Slice::rate));
            double slow = Medians.of(slices.stream()
                            .mapToDouble(slice -> slice.latencies().within(0.99)))
                    / 1000;
            String work = "200 spaces, handlers that block 100 ms: ";
            return List.of(
                    new Figure(work + "rate", ">= 1900 a second", text("%.0f", rate), rate >= 1900, "")
                            .unless(Slice.faults(slices)),
                    new Figure(work + "99 %", "<= 150 ms", text("%.0f ms", slow), slow <= 150, "")
                            .unless(Slice.faults(slices)));
        }
    },

    /** How soon it is there. */
    START {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Workload workload = Workload.idle(1);
            double[] bot = new double[2 * pairs + 1];
            double[] bare = new double[bot.length];
            for (int i = 0; i < bot.length; i++) {
                bot[i] = startTime(Program.bot(workload, ECHO_HANDLERS));
                bare[i] = startTime(Program.bare(workload));
            }
            double seconds = Medians.of(Arrays.stream(bot));
            return List.of(new Figure(
                    "process start to first SUBSCRIBE_CHANNEL",
                    "<= 1.0 s",
                    text("%.2f s", seconds),
                    seconds <= 1,
                    text("bare %.2f s", Medians.of(Arrays.stream(bare)))));
        }

        private double startTime(Program program) throws InterruptedException {
            try (program) {
                return program.awaitReady().startTime().toNanos() / 1e9;
            }
        }
    },

    /** How much it needs for nothing. */
    IDLE {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Workload workload = Workload.idle(5000);
            double[] bot = new double[pairs];
            double[] bare = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                bot[i] = resident(Program.bot(workload, ECHO_HANDLERS));
                bare[i] = resident(Program.bare(workload));
            }
            double megabytes = Medians.of(Arrays.stream(bot));
            return List.of(new Figure(
                    "5000 subscribed spaces, idle: resident",
                    "<= 200 MB",
                    text("%.0f MB", megabytes),
                    megabytes > 0 && megabytes <= 200,
                    text("bare %.0f MB", Medians.of(Arrays.stream(bare)))));
        }

        private double resident(Program program) throws InterruptedException {
            try (program) {
                program.awaitReady();
                TimeUnit.SECONDS.sleep(5);
                return program.resident() / 1e6;
            }
        }
    };

    private static final Handlers ECHO_HANDLERS = Handlers.in("dev.spacesbot.bench.bots.echo");

    /** Measures, with so many pairs of processes. */
    abstract List<Figure> measure(int pairs) throws InterruptedException;

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
