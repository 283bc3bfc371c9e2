package dev.spacesbot.internal.command;

import java.util.List;

/** A piece of a {@link Template}. */
public sealed interface Part {

    /** A word that must be there; {@code key} is its lower case. */
    record Literal(String text, String key) implements Part {}

    /**
     * What somebody fills in.
     *
     * @param choices the words that are allowed, as the author wrote them; empty where any is
     */
    record Placeholder(String name, Extent extent, List<String> choices) implements Part {

        /** The same placeholder for a value of another extent. */
        Placeholder over(Extent extent) {
            return new Placeholder(name, extent, choices);
        }
    }

    /** What may be left out, all of it together. */
    record Group(List<Part> parts) implements Part {}

    /** How much a placeholder takes. */
    enum Extent {
        /** One word, or several in quotes. */
        WORD,
        /** A span of time in several words, such as {@code 2 hours}, or one word. */
        SPAN,
        /** Everything up to the end; at least one word. */
        REST
    }
}
