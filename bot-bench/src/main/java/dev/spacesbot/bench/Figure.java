package dev.spacesbot.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param work what was done
 * @param goal the figure to reach
 * @param reached the figure that was reached
 * @param more what else was seen
 * @param faults what was wrong with the answers; empty where nothing was
 */
record Figure(String work, Goal goal, double reached, String more, String faults) {

    private static final String LINE = "| %-46s | %-21s | %-18s | %-4s | %s";

    /** The table's first line. */
    static String header() {
        return String.format(Locale.ROOT, LINE, "work", "required", "reached", "", "seen");
    }

    @Override
    public String toString() {
        boolean passed = faults.isEmpty() && goal.reachedBy(reached);
        String seen = faults.isEmpty() ? more : faults + "; " + more;
        return String.format(Locale.ROOT, LINE, work, goal, goal.text(reached), passed ? "pass" : "FAIL", seen);
    }
}
