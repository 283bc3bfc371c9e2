package dev.spacesbot.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param work what was done
 * @param required the figure to reach
 * @param reached the figure that was reached
 * @param passed whether that will do
 * @param more what else was seen
 */
record Figure(String work, String required, String reached, boolean passed, String more) {

    private static final String LINE = "| %-46s | %-21s | %-11s | %-4s | %s";

    /** The table's first line. */
    static String header() {
        return String.format(Locale.ROOT, LINE, "work", "required", "reached", "", "seen");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, LINE, work, required, reached, passed ? "pass" : "FAIL", more);
    }

    /** The same, failed where answers were not right. */
    Figure unless(String faults) {
        return faults.isEmpty() ? this : new Figure(work, required, reached, false, faults + "; " + more);
    }
}
