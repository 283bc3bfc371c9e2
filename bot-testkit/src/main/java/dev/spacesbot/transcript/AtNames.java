package dev.spacesbot.transcript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who is mentioned in what people say: {@code @Bob} is Bob, {@code \@Bob} is words. */
public final class AtNames {

    /**
     * A part of a text.
     *
     * @param text words, or somebody's name without the sign
     * @param mention whether it is somebody
     */
    public record Part(String text, boolean mention) {}

    private final Pattern named;

    /** With the names of those who can be mentioned. */
    public AtNames(Collection<String> names) {
        // Without names, one that nothing has.
        named = Pattern.compile("(\\\\*+)@("
                + names.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + (names.isEmpty() ? "(?!)" : "")
                + ")(?![\\p{L}\\p{N}_])");
    }

    /** The text of a transcript in its parts; the longest name counts. */
    public List<Part> read(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher found = named.matcher(text);
        int done = 0;
        while (found.find()) {
            if (follows(text, found.start(), found.group(1))) {
                continue;
            }
            int slashes = found.group(1).length();
            words.append(text, done, found.start()).append("\\".repeat(slashes / 2));
            if (slashes % 2 == 1) {
                words.append('@').append(found.group(2));
            } else {
                add(parts, words);
                parts.add(new Part(found.group(2), true));
            }
            done = found.end();
        }
        words.append(text.substring(done));
        add(parts, words);
        return parts;
    }

    /** The text of a transcript that says these parts. */
    public String write(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part.mention()) {
                int slashes = 0;
                while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
                    slashes++;
                }
                text.append("\\".repeat(slashes)).append('@').append(part.text());
            } else {
                text.append(escaped(part.text()));
            }
        }
        return text.toString();
    }

    private String escaped(String words) {
        Matcher found = named.matcher(words);
        return found.replaceAll(at -> follows(words, at.start(), at.group(1))
                ? Matcher.quoteReplacement(at.group())
                : Matcher.quoteReplacement(at.group(1) + "\\" + at.group()));
    }

    /** Whether a word goes on there, as in an address. */
    private static boolean follows(String text, int at, String slashes) {
        if (!slashes.isEmpty() || at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        return Character.isLetterOrDigit(before) || before == '_';
    }

    private static void add(List<Part> parts, StringBuilder words) {
        if (!words.isEmpty()) {
            parts.add(new Part(words.toString(), false));
            words.setLength(0);
        }
    }
}
