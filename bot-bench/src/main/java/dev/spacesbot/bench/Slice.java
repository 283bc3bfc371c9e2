package dev.spacesbot.bench;

import java.util.List;

/**
 * One piece of work that was measured.
 *
 * @param latencies of every answer
 * @param faults what was wrong with the answers; empty where nothing was
 */
record Slice(Reading before, Reading after, Latencies latencies, String faults) {

    /** What was wrong in any of these; empty where nothing was. */
    static String faults(List<Slice> slices) {
        return slices.stream()
                .map(Slice::faults)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private double seconds() {
        return (after.nanoTime() - before.nanoTime()) / 1e9;
    }

    private double answers() {
        return after.answers() - before.answers();
    }

    /** Answers a second. */
    double rate() {
        return answers() / seconds();
    }

    /** Microseconds of the program's CPU time an answer. */
    double cpu() {
        return after.program().minus(before.program()).toNanos() / 1e3 / answers();
    }

    /** The part of one core that the load generator took. */
    double generatorShare() {
        return after.generator().minus(before.generator()).toNanos() / 1e9 / seconds();
    }
}
