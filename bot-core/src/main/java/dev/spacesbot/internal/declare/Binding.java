package dev.spacesbot.internal.declare;

import java.util.List;

/** Where a parameter gets its value from. */
public sealed interface Binding {

    /** From what surrounds the handler, by type. */
    record ByType(Source source, TypeShape type) implements Binding {}

    /**
     * From the part of a template or regular expression of that name.
     *
     * @param amount one value, perhaps one, or several
     * @param element the type of one value
     * @param choices the words that are allowed; empty where any is
     * @param min the least number
     * @param max the greatest number
     */
    record ByName(String name, Amount amount, TypeShape element, List<String> choices, double min, double max)
            implements Binding {

        /** Whether a number has bounds. */
        public boolean bounded() {
            return min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY;
        }
    }

    /** How many values a parameter takes. */
    enum Amount {
        /** One; null where there is none. */
        ONE,
        /** One, as an {@code Optional}. */
        OPTIONAL,
        /** All, as a {@code List}. */
        LIST
    }
}
