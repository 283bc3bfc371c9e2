package dev.spacesbot.bench;

import java.util.ArrayList;
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
        double slowest = run(HostileTextBenchmark.class).stream()
                .mapToDouble(result -> result.getPrimaryResult().getScore() / 1e3)
                .max()
                .orElseThrow();
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure("16 KB meant to hurt: JSON to answer, slowest", Goal.atMost(5, "%.2f ms"), slowest, "", ""));
        figures.addAll(figures(results, "false", "1000 commands: message to bound arguments"));
        figures.add(figures(results, "true", "1000 commands: message to handler's return")
                .get(0));
        return figures;
    }

    private static List<Figure> figures(Collection<RunResult> results, String invoked, String work) {
        double few = nanoseconds(results, "10", invoked);
        double many = nanoseconds(results, "1000", invoked);
        String seen = String.format(Locale.ROOT, "10 commands %.2f us", few / 1e3);
        return List.of(
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

    private static double nanoseconds(Collection<RunResult> results, String commands, String invoked) {
        return results.stream()
                .filter(result -> result.getParams().getParam("commands").equals(commands)
                        && result.getParams().getParam("invoked").equals(invoked))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was measured with " + commands + " commands"));
    }
}
