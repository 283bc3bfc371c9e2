package dev.spacesbot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong, so that one report can tell all of it. */
final class Problems {

    /** Long enough to recognise a value by, too short to show a token that stands in the wrong place. */
    private static final int SHOWN = 32;

    private final List<Problem> found = new ArrayList<>();

    void add(Node place, String text) {
        Mark mark = place.getStartMark();
        found.add(mark == null ? Problem.ofFile(text) : new Problem(mark.getLine() + 1, mark.getColumn() + 1, text));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    void throwIfAny(Path file) {
        if (!found.isEmpty()) {
            throw new BotConfigException(file, found);
        }
    }

    /** A word of the file in quotes, cut where it is long, on one line whatever it holds. */
    static String quoted(String raw) {
        return "'" + cleaned(raw) + "'";
    }

    /** The same without quotes. */
    static String cleaned(String raw) {
        String shown = raw.codePointCount(0, raw.length()) <= SHOWN
                ? raw
                : raw.substring(0, raw.offsetByCodePoints(0, SHOWN / 2)) + "…";
        StringBuilder line = new StringBuilder();
        shown.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** A value of the file as a report may show it: never what a placeholder stands for. */
    static String value(String raw) {
        return raw.contains("${") ? "the value of " + quoted(raw) : quoted(raw);
    }

    /** What kind of thing a node is, in an author's words. */
    static String kind(Node node) {
        return switch (node.getNodeId().name().toLowerCase(Locale.ROOT)) {
            case "mapping" -> "a section";
            case "sequence" -> "a list";
            default -> Values.isNull(node) ? "nothing" : "a text";
        };
    }
}
