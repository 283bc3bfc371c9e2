package dev.spacesbot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The rows of the table: each measures one kind of work. */
enum Row {

    /** As many messages as go through. */
    ECHO {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Match match = againstBare(pairs, Duration.ofSeconds(8), new Workload(16, 4, 0));
            String work = "echo, 64 outstanding, 16 spaces: ";
            return List.of(
                    match.figure(
                            work + "rate",
                            Goal.atLeast(0.9, "%.2f x bare"),
                            match.ratio(Slice::rate),
                            match.spread(Slice::rate) + "bot / bare "
                                    + match.medians("%.0f / %.0f a second", Slice::rate) + ", " + match.generator()),
                    match.figure(
                            work + "CPU",
                            Goal.atMost(1.15, "%.2f x bare"),
                            match.ratio(Slice::cpu),
                            match.spread(Slice::cpu) + match.medians("%.1f / %.1f us a message", Slice::cpu)));
        }
    },

    /** One message after the other. */
    LATENCY {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Match match = againstBare(pairs, Duration.ofSeconds(5), new Workload(1, 1, 0));
            ToDoubleFunction<Slice> median = slice -> slice.latencies().within(0.5);
            return List.of(match.figure(
                    "echo, 1 outstanding: median",
                    Goal.atMost(50, "bare %+.0f us"),
                    match.compare(median, (bot, bare) -> bot - bare),
                    match.medians("%.0f / %.0f us", median) + ", " + match.generator()));
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
                    () -> Program.bot(new Workload(16, 4, 500), many),
                    () -> Program.bot(new Workload(16, 4, 1), one));
            return List.of(match.figure(
                    "500 commands, every message names one: rate",
                    Goal.atLeast(0.95, "%.2f x one command"),
                    match.ratio(Slice::rate),
                    match.spread(Slice::rate) + match.medians("%.0f / %.0f a second", Slice::rate) + ", "
                            + match.medians("%.1f / %.1f us CPU, ", Slice::cpu) + match.generator()));
        }
    },

    /** From a message to its handler. */
    ROUTING {
        @Override
        List<Figure> measure(int pairs) {
            return Routing.measure();
        }
    },

    /** How soon a bot with many commands is there. */
    START_MANY {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Handlers many = Handlers.typed(1000);
            double[] seconds = new double[2 * pairs + 1];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = seen(Program.bot(Workload.idle(1), many), Row::startTime);
            }
            double median = Medians.of(Arrays.stream(seconds));
            return List.of(new Figure("1000 commands: process start", Goal.atMost(2, "%.2f s"), median, "", ""));
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
            double slow = Medians.of(
                    slices.stream().mapToDouble(slice -> slice.latencies().within(0.99) / 1000));
            String faults = Slice.faults(slices);
            String work = "200 spaces, handlers that block 100 ms: ";
            return List.of(
                    new Figure(work + "rate", Goal.atLeast(1900, "%.0f a second"), rate, "", faults),
                    new Figure(work + "99 %", Goal.atMost(150, "%.0f ms"), slow, "", faults));
        }
    },

    /** As many messages as go through when each is kept. */
    STORE {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Match match = againstMemory(pairs, Duration.ofSeconds(8), new Workload(64, 1, 0));
            return List.of(match.figure(
                    "echo, 64 outstanding, 64 spaces, H2: rate",
                    Goal.atLeast(3000, "%.0f a second"),
                    Medians.of(match.first().stream().mapToDouble(Slice::rate)),
                    match.medians("H2 / memory %.0f / %.0f a second, ", Slice::rate)
                            + match.medians("%.1f / %.1f us CPU, ", Slice::cpu)
                            + match.generator()));
        }
    },

    /** How much longer an answer takes for being kept. */
    STORE_LATENCY {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            Match match = againstMemory(pairs, Duration.ofSeconds(5), new Workload(1, 1, 0));
            ToDoubleFunction<Slice> median = slice -> slice.latencies().within(0.5);
            return List.of(match.figure(
                    "echo, 1 outstanding, H2: median",
                    Goal.atMost(1000, "memory %+.0f us"),
                    match.compare(median, (h2, memory) -> h2 - memory),
                    match.medians("%.0f / %.0f us", median) + ", " + match.generator()));
        }
    },

    /** Many spaces at once, all of which are kept. */
    SPACES {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            double[] seconds = new double[pairs];
            double[] resident = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                try (Program bot = Program.storing(Workload.idle(10_000), ECHO_HANDLERS, "-Xmx256m")) {
                    seconds[i] = bot.awaitReady().joinTime().toNanos() / 1e9;
                    TimeUnit.SECONDS.sleep(5);
                    resident[i] = bot.resident() / 1e6;
                }
            }
            String work = "10000 spaces, H2, heap of 256 MB: ";
            Goal soon = Goal.atMost(5, "%.2f s");
            Goal small = Goal.atMost(450, "%.0f MB");
            return List.of(
                    new Figure(work + "all joined", soon, Medians.of(Arrays.stream(seconds)), "", ""),
                    new Figure(work + "resident", small, Medians.of(Arrays.stream(resident)), "", ""));
        }
    },

    /** How soon it is there. */
    START {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            return single(
                    "process start to first SUBSCRIBE_CHANNEL",
                    Goal.atMost(1, "%.2f s"),
                    2 * pairs + 1,
                    Workload.idle(1),
                    Row::startTime);
        }
    },

    /** How much it needs for nothing. */
    IDLE {
        @Override
        List<Figure> measure(int pairs) throws InterruptedException {
            return single(
                    "5000 subscribed spaces, idle: resident",
                    Goal.atMost(200, "%.0f MB"),
                    pairs,
                    Workload.idle(5000),
                    program -> {
                        TimeUnit.SECONDS.sleep(5);
                        return program.resident() / 1e6;
                    });
        }
    };

    private static final Handlers ECHO_HANDLERS = Handlers.in("dev.spacesbot.bench.bots.echo");

    /** Something to see of a program that is in all its spaces. */
    private interface Sight {

        double of(Program program) throws InterruptedException;
    }

    /** Measures, with so many pairs of processes. */
    abstract List<Figure> measure(int pairs) throws InterruptedException;

    private static Match againstBare(int pairs, Duration warmUp, Workload workload) throws InterruptedException {
        return Match.play(pairs, warmUp, () -> Program.bot(workload, ECHO_HANDLERS), () -> Program.bare(workload));
    }

    private static Match againstMemory(int pairs, Duration warmUp, Workload workload) throws InterruptedException {
        return Match.play(
                pairs,
                warmUp,
                () -> Program.storing(workload, ECHO_HANDLERS),
                () -> Program.bot(workload, ECHO_HANDLERS));
    }

    /** One figure of the bot, with that of the bare program beside it: the medians of a few processes of each. */
    private static List<Figure> single(String work, Goal goal, int times, Workload workload, Sight sight)
            throws InterruptedException {
        double[] bot = new double[times];
        double[] bare = new double[times];
        for (int i = 0; i < times; i++) {
            bot[i] = seen(Program.bot(workload, ECHO_HANDLERS), sight);
            bare[i] = seen(Program.bare(workload), sight);
        }
        String more = "bare " + goal.text(Medians.of(Arrays.stream(bare)));
        return List.of(new Figure(work, goal, Medians.of(Arrays.stream(bot)), more, ""));
    }

    private static double startTime(Program program) throws InterruptedException {
        return program.startTime().toNanos() / 1e9;
    }

    private static double seen(Program started, Sight sight) throws InterruptedException {
        try (started) {
            return sight.of(started.awaitReady());
        }
    }
}
