package dev.spacesbot.playground.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Texts as Java source. */
final class JavaText {

    private static final Pattern WORD_ENDS = Pattern.compile("[^A-Za-z0-9]+");
    private static final int WORDS = 5;
    private static final int LONGEST = 40;
    private static final int FIRST_VISIBLE = 0x20;
    private static final int ASCII_END = 0x7f;

    private JavaText() {}

    /** A string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(isPlain(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    /** What a source file may show: no control characters, and no backslash that begins another escape. */
    private static boolean isPlain(char c) {
        return c < ASCII_END ? c >= FIRST_VISIBLE : Character.isLetterOrDigit(c) || !invisible(c);
    }

    private static boolean invisible(char c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** A name such as {@code waterThePlants}, of the first words; {@code otherwise} where there are none to be used. */
    static String camel(String text, String otherwise) {
        String name = Arrays.stream(WORD_ENDS.split(text))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        name = name.substring(0, Math.min(name.length(), LONGEST));
        name = name.isEmpty() ? otherwise : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return SourceVersion.isName(name) ? name : otherwise;
    }
}
