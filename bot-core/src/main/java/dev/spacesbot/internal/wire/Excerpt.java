package dev.spacesbot.internal.wire;

import java.util.regex.Pattern;

/** Shows a piece of a stranger's text in a log or a message: short, on one line, and without secrets. */
public final class Excerpt {

    private static final Pattern QUERY_TOKEN = Pattern.compile("(?i)(token=)[^&\\s\",]*+");
    private static final Pattern JSON_SECRET =
            Pattern.compile("(?i)(\"(?:password|[a-z_]*token)\"\\s*+:\\s*+\")[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+");

    private Excerpt() {}

    /**
     * The first characters of a text, control characters made visible, tokens and passwords shown as {@code ***}.
     *
     * @param max how many characters to show; a longer text ends in an ellipsis
     */
    public static String of(String text, int max) {
        String head = text.length() > max ? text.substring(0, max) : text;
        String masked = JSON_SECRET
                .matcher(QUERY_TOKEN.matcher(head).replaceAll("$1***"))
                .replaceAll("$1***");
        StringBuilder visible = new StringBuilder(masked.length());
        masked.codePoints().forEach(point -> append(visible, point));
        return text.length() > max ? visible.append('…').toString() : visible.toString();
    }

    private static void append(StringBuilder visible, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> visible.append(String.format("\\u%04x", point));
            default -> visible.appendCodePoint(point);
        }
    }
}
