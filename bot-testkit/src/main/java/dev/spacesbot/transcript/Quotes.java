package dev.spacesbot.transcript;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Titles, and the names that would be misread without them, stand in quotes. */
final class Quotes {

    /** The expression for something in quotes. */
    static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final Pattern WHOLE = Pattern.compile(QUOTED, Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:\\w+:)?\\w+}");

    /** No sign that means something in a line. */
    private static final Pattern PLAIN = Pattern.compile("[^:\",{}\\[\\]#\\\\+\\p{Cntrl}]++");

    /** A name with one of these words in it might be taken for a name and what follows. */
    private static final Pattern MEANT = Pattern.compile(
            "(?:.* )?(?:for|due|with|is|space|direct|until|throws|"
                    + Arrays.stream(Verb.values())
                            .map(Verb::words)
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining("|"))
                    + ")(?: .*)?",
            Pattern.DOTALL);

    private Quotes() {}

    /** A text in quotes. */
    static String around(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace("\n", "\\n")
                + "\"";
    }

    /** A name, in quotes where it would be misread without. */
    static String aroundName(String name) {
        boolean plain = PLAIN.matcher(name).matches()
                && name.equals(name.strip())
                && !MEANT.matcher(name).matches();
        return plain || PLACEHOLDER.matcher(name).matches() ? name : around(name);
    }

    /** A title that ends with the bracket behind it, in quotes where it would be misread without. */
    static String aroundTitle(String title) {
        boolean plain = !title.isEmpty()
                && title.equals(title.strip())
                && !title.startsWith("\"")
                && title.lines().count() == 1;
        return plain ? title : around(title);
    }

    /** What stands in the quotes, if there are any around the whole; else the text as it is. */
    static String off(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
