package dev.spacesbot.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures what is asked for and prints the table. */
public final class Bench {

    private static final int PAIRS = 3;

    private Bench() {}

    /** Reads the system properties {@code bench.only} and {@code bench.rounds}; empty ones mean the default. */
    public static void main(String[] args) throws InterruptedException {
        String only = System.getProperty("bench.only", "");
        String rounds = System.getProperty("bench.rounds", "");
        List<Row> rows = only.isBlank()
                ? List.of(Row.values())
                : Arrays.stream(only.split(",", -1))
                        .map(name -> Row.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                        .toList();
        int pairs = rounds.isBlank() ? PAIRS : Integer.parseInt(rounds);
        PrintStream out = System.out;
        out.println("JDK " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores");
        List<Figure> table = new ArrayList<>();
        for (Row row : rows) {
            out.println("measuring " + row.name().toLowerCase(Locale.ROOT) + " ...");
            table.addAll(row.measure(pairs));
        }
        out.println();
        out.println(Figure.header());
        table.forEach(out::println);
    }
}
