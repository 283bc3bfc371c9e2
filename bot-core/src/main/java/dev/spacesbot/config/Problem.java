package dev.spacesbot.config;

import java.util.Comparator;

/**
 * One thing that is wrong in a configuration file. Its text never holds a secret.
 *
 * @param line counted from 1; 0 where the problem is the file as a whole
 * @param column counted from 1; 0 where the problem is the file as a whole
 * @param text what is wrong and what to do about it
 */
public record Problem(int line, int column, String text) implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::text);

    static Problem ofFile(String text) {
        return new Problem(0, 0, text);
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /** The place, where there is one, and the text. */
    @Override
    public String toString() {
        return line == 0 ? text : "line " + line + ", column " + column + ": " + text;
    }
}
