package dev.spacesbot.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link RoutingBenchmark} and {@link HostileTextBenchmark} in processes of its own. */
final class Routing {

    private Routing() {}

    /** The time from a message to its handler, with a thousand commands, alone and against ten. */
    static List<Figure> measure() {
        Collection<RunResult> results = run(RoutingBenchmark.class);
        double few = nanoseconds(results, "10");
        double many = nanoseconds(results, "1000");
        String seen = String.format(Locale.ROOT, "10 commands %.2f us, a thousand %.2f us", few / 1e3, many / 1e3);
        String work = "1000 commands: message to handler, bound";
        double slowest = run(HostileTextBenchmark.class).stream()
                .mapToDouble(result -> result.getPrimaryResult().getScore() / 1e3)
                .max()
                .orElseThrow();
        return List.of(
                new Figure("16 KB meant to hurt: JSON to answer, slowest", Goal.atMost(5, "%.2f ms"), slowest, "", ""),
                new Figure(work, Goal.atMost(2, "%.2f us"), many / 1e3, seen, ""),
                new Figure(work, Goal.atMost(1.2, "%.2f x 10 commands"), many / few, "", ""));
    }

    private static Collection<RunResult> run(Class<?> benchmark) {
        try {
            return new Runner(new OptionsBuilder()
                            .include(benchmark.getName())
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("The benchmark of routing did not run", e);
        }
    }

    private static double nanoseconds(Collection<RunResult> results, String commands) {
        return results.stream()
                .filter(result -> result.getParams().getParam("commands").equals(commands))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was measured with " + commands + " commands"));
    }
}
