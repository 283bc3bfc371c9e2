package dev.spacesbot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Two programs that took turns at the same work, so that what else the machine does falls on both. */
record Match(List<Slice> first, List<Slice> second) {

    /** One turn on a busy machine may be off by 15 %; the median of so many in each pair of processes is not. */
    private static final int TURNS = 8;

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMillis(300);

    /** Starts a program. */
    interface Start {

        Program start() throws InterruptedException;
    }

    /**
     * Lets two programs take turns, in a few pairs of processes: which code a JVM compiles how differs from start to start.
     *
     * @param warmUp what each works before its first turn counts
     */
    static Match play(int pairs, Duration warmUp, Start first, Start second) throws InterruptedException {
        Match match = new Match(new ArrayList<>(), new ArrayList<>());
        for (int pair = 0; pair < pairs; pair++) {
            try (Program one = first.start();
                    Program other = second.start()) {
                one.awaitReady().slice(warmUp, SETTLE);
                other.awaitReady().slice(warmUp, SETTLE);
                for (int i = 0; i < TURNS; i++) {
                    match.first.add(one.slice(SETTLE, TURN));
                    match.second.add(other.slice(SETTLE, TURN));
                }
            }
        }
        return match;
    }

    /** The median, over all turns, of something that two turns beside each other are compared by. */
    double compare(ToDoubleFunction<Slice> figure, DoubleBinaryOperator comparison) {
        return Medians.of(comparisons(figure, comparison));
    }

    private DoubleStream comparisons(ToDoubleFunction<Slice> figure, DoubleBinaryOperator comparison) {
        return IntStream.range(0, first.size())
                .mapToDouble(i -> comparison.applyAsDouble(
                        figure.applyAsDouble(first.get(i)), figure.applyAsDouble(second.get(i))));
    }

    /** A line of the table that the match was played for. */
    Figure figure(String work, Goal goal, double reached, String more) {
        return new Figure(work, goal, reached, more, faults());
    }

    /** Between which ratios the middle half of the turns lies, to read. */
    String spread(ToDoubleFunction<Slice> figure) {
        double[] sorted = comparisons(figure, (a, b) -> a / b).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "half of %d turns %.2f to %.2f, ",
                sorted.length,
                sorted[sorted.length / 4],
                sorted[sorted.length - 1 - sorted.length / 4]);
    }

    /** The median ratio of something. */
    double ratio(ToDoubleFunction<Slice> figure) {
        return compare(figure, (a, b) -> a / b);
    }

    /** Both medians of something, to read. */
    String medians(String format, ToDoubleFunction<Slice> figure) {
        return String.format(
                Locale.ROOT,
                format,
                Medians.of(first.stream().mapToDouble(figure)),
                Medians.of(second.stream().mapToDouble(figure)));
    }

    private String faults() {
        return Slice.faults(first) + Slice.faults(second);
    }

    /** The part of one core that the load generator took, in words. */
    String generator() {
        return medians("generator %.0f / %.0f %% of a core", slice -> 100 * slice.generatorShare());
    }
}
