package dev.spacesbot.internal.command;

import dev.spacesbot.internal.command.Part.Extent;
import dev.spacesbot.internal.command.Part.Literal;
import dev.spacesbot.internal.command.Part.Placeholder;
import java.util.List;

/**
 * Where a text stops to fit a template, for people.
 *
 * @param fitting how many words fitted
 * @param text what is missing or too much; one sentence
 */
public record Mismatch(int fitting, String text) {

    private static final int MOST_QUOTED = 60;

    /** What is wrong with a text that does not fit: told by the variant that fits the longest. */
    public static Mismatch of(Template template, Words words) {
        Mismatch best = null;
        for (List<Part> variant : template.variants()) {
            Mismatch mismatch = of(variant, words);
            if (best == null || mismatch.fitting() > best.fitting()) {
                best = mismatch;
            }
        }
        if (best == null) {
            throw new IllegalStateException("A template has variants");
        }
        return best;
    }

    private static Mismatch of(List<Part> variant, Words words) {
        int at = 0;
        for (Part part : variant) {
            if (part instanceof Literal literal) {
                if (at == words.count()) {
                    return new Mismatch(at, "\"" + literal.text() + "\" is missing.");
                }
                if (!words.key(at).equals(literal.key())) {
                    return new Mismatch(
                            at, "\"" + quoted(words.get(at)) + "\" stands where \"" + literal.text() + "\" belongs.");
                }
                at++;
            } else if (part instanceof Placeholder placeholder) {
                if (at == words.count()) {
                    return new Mismatch(at, placeholder.name() + " is missing.");
                }
                at = end(placeholder, words, at);
            }
        }
        return new Mismatch(at, at == words.count() ? "" : "\"" + quoted(words.get(at)) + "\" is too much.");
    }

    private static int end(Placeholder placeholder, Words words, int at) {
        int endOfSpan = placeholder.extent() == Extent.SPAN ? words.endOfSpan(at) : -1;
        return placeholder.extent() == Extent.REST ? words.count() : Math.max(endOfSpan, at + 1);
    }

    private static String quoted(String word) {
        return word.length() <= MOST_QUOTED ? word : word.substring(0, MOST_QUOTED) + "…";
    }
}
