package dev.spacesbot.internal.command;

import dev.spacesbot.event.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a text that a placeholder or a group stands for: one word, or several. */
public final class Slice {

    private static final int MOST_REPEATED = 100;

    private final String text;
    private final @Nullable Words words;
    private final int from;
    private final int to;

    Slice(String text, Words words, int from, int to) {
        this.text = text;
        this.words = words;
        this.from = from;
        this.to = to;
    }

    private Slice(String text) {
        this.text = text;
        this.words = null;
        this.from = 0;
        this.to = 0;
    }

    /** A text as it is, such as what a regular expression's group matched. */
    public static Slice of(String text) {
        return new Slice(text);
    }

    /** As written; of one word without its quotes. */
    public String text() {
        return text;
    }

    /** As written, cut where it is too long to be repeated to people. */
    public String excerpt() {
        return text.length() <= MOST_REPEATED ? text : text.substring(0, MOST_REPEATED) + "…";
    }

    /** Word by word. */
    public List<Slice> words() {
        return words == null ? Words.of(text).slices(0) : words.slices(from, to);
    }

    /** Who is meant, where it is one mention; else null. */
    @Nullable
    Mention mention() {
        return words != null && to == from + 1 ? words.mention(from) : null;
    }
}
