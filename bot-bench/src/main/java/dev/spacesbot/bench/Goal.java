package dev.spacesbot.bench;

import java.util.Locale;

/**
 * A figure to reach.
 *
 * @param least whether it is the least that will do; else it is the most
 * @param limit the figure
 * @param format how it is written, with its unit
 */
record Goal(boolean least, double limit, String format) {

    static Goal atLeast(double limit, String format) {
        return new Goal(true, limit, format);
    }

    static Goal atMost(double limit, String format) {
        return new Goal(false, limit, format);
    }

    boolean reachedBy(double figure) {
        return least ? figure >= limit : figure <= limit;
    }

    /** A figure of this kind, to read. */
    String text(double figure) {
        return String.format(Locale.ROOT, format, figure);
    }

    /** The goal, to read. */
    @Override
    public String toString() {
        return (least ? ">= " : "<= ") + text(limit);
    }
}
