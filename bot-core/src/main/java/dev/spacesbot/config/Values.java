package dev.spacesbot.config;

import dev.spacesbot.internal.text.Durations;
import dev.spacesbot.internal.text.Nearest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns nodes into values, placeholders filled in. Each returns null where it reported a problem instead. */
record Values(Problems problems, Placeholders placeholders) {

    static final String ZONE = "a time zone such as Europe/Berlin or UTC";

    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Pattern SPACE_ID = Pattern.compile("[0-9a-f]{24}");

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** What stands there, word for word: an id or a PIN that YAML takes for a number is still a text. */
    @Nullable
    String text(Node node, String path) {
        if (!(node instanceof ScalarNode scalar) || isNull(node)) {
            problems.add(node, "'" + path + "' must be a text; found " + Problems.kind(node));
            return null;
        }
        String text = placeholders.fill(scalar.getValue(), problem -> problems.add(node, problem));
        if (text != null && text.isBlank()) {
            problems.add(node, "'" + path + "' is empty");
            return null;
        }
        return text;
    }

    @Nullable
    Boolean flag(Node node, String path) {
        String text = node instanceof ScalarNode && !isNull(node) ? text(node, path) : "";
        if (text == null) {
            return null;
        }
        if (!FLAGS.contains(text)) {
            wrong(node, "'" + path + "' must be true or false; found ");
            return null;
        }
        return Boolean.valueOf(text);
    }

    /** A span of time, longer than nothing. */
    @Nullable
    Duration span(Node node, String path) {
        String text = text(node, path);
        if (text == null) {
            return null;
        }
        Optional<Duration> span = Durations.parse(text).filter(positive -> !positive.isZero());
        if (span.isEmpty()) {
            wrong(node, "'" + path + "' must be " + Durations.WANTED + "; found ");
        }
        return span.orElse(null);
    }

    /** A whole number, this or more. */
    @Nullable
    Integer count(Node node, String path, int least) {
        String text = node instanceof ScalarNode && !isNull(node) ? text(node, path) : "";
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            wrong(node, "'" + path + "' must be a whole number, " + least + " or more; found ");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** One of these, by its name in any case. */
    <E extends Enum<?>> @Nullable E word(Node node, String path, List<E> known) {
        String text = node instanceof ScalarNode && !isNull(node) ? text(node, path) : "";
        if (text == null) {
            return null;
        }
        List<String> names = known.stream().map(Values::name).toList();
        int found = names.indexOf(text.strip().toLowerCase(Locale.ROOT));
        if (found >= 0) {
            return known.get(found);
        }
        String wanted = "'" + path + "' must be " + choice(known) + "; ";
        Nearest.to(text.strip(), names)
                .ifPresentOrElse(
                        near -> problems.add(node, wanted + "did you mean " + near + "?"),
                        () -> wrong(node, wanted + "found "));
        return null;
    }

    /** The names of these in an author's words. */
    static String choice(List<? extends Enum<?>> known) {
        List<String> names = known.stream().map(Values::name).toList();
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** A time zone by its id. */
    @Nullable
    ZoneId zone(Node node, String path) {
        String text = text(node, path);
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            String wanted = "'" + path + "' must be " + ZONE + "; ";
            Nearest.to(text.strip(), ZoneId.getAvailableZoneIds())
                    .ifPresentOrElse(
                            near -> problems.add(node, wanted + "did you mean " + near + "?"),
                            () -> wrong(node, wanted + "found "));
            return null;
        }
    }

    /** What stands there, word for word, even where that is empty. */
    @Nullable
    String raw(Node node, String path) {
        if (!(node instanceof ScalarNode scalar) || isNull(node)) {
            wrong(node, "'" + path + "' must be a text; found ");
            return null;
        }
        return placeholders.fill(scalar.getValue(), problem -> problems.add(node, problem));
    }

    /** What {@code parser} makes of the text that stands there; it may throw anything where that is not what is wanted. */
    @Nullable
    Object parsed(Node node, String path, String wanted, Function<String, Object> parser) {
        String text = node instanceof ScalarNode && !isNull(node) ? raw(node, path) : "";
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text.strip());
        } catch (RuntimeException e) {
            wrong(node, "'" + path + "' must be " + wanted + "; found ");
            return null;
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The id of a space, in lower case. */
    @Nullable
    String spaceId(Node node, String path) {
        String text = text(node, path);
        if (text == null || !(node instanceof ScalarNode scalar)) {
            return null;
        }
        String id = text.strip().toLowerCase(Locale.ROOT);
        if (!SPACE_ID.matcher(id).matches()) {
            problems.add(
                    node,
                    Problems.value(scalar.getValue())
                            + " is not a space id: 24 hexadecimal digits, as the command 'spaces' shows them");
            return null;
        }
        return id;
    }

    /** The elements of a list, or the one value that stands there without a list. */
    static List<Node> elements(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of(node);
    }

    @Nullable
    Section section(Node node, String path, List<String> known) {
        if (node instanceof MappingNode mapping) {
            return new Section(path, mapping, known, this);
        }
        problems.add(
                node,
                "'" + path + "' must be a section with " + String.join(", ", known) + "; found " + Problems.kind(node));
        return null;
    }

    /** Reports what was found instead. */
    void wrong(Node node, String expectation) {
        String found = node instanceof ScalarNode scalar && !isNull(node)
                ? Problems.value(scalar.getValue())
                : Problems.kind(node);
        problems.add(node, expectation + found);
    }
}
