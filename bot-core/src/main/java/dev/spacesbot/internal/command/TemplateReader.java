package dev.spacesbot.internal.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spacesbot.internal.command.Part.Extent;
import dev.spacesbot.internal.command.Part.Group;
import dev.spacesbot.internal.command.Part.Literal;
import dev.spacesbot.internal.command.Part.Placeholder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a {@link Template} into its parts. */
final class TemplateReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([\\[\\]])|(\\{[^{}]*\\}|[^\\s{}\\[\\]]+)(?:\\s+|$|([\\[\\]])))");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)(?:(\\.\\.\\.)|:([^\\s|]+(?:\\|[^\\s|]+)*))?\\}");

    private final String source;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable List<Part> group;

    TemplateReader(String source) {
        this.source = source;
    }

    List<Part> read() {
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length() && !source.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("cannot be read from \"" + source.substring(at)
                        + "\"; placeholders are {name}, {name...} or {name:one|two}, with spaces around");
            }
            String bracket = matcher.group(1);
            if (bracket != null) {
                bracket(bracket);
                at = matcher.end();
            } else {
                add(part(matcher.group(2)));
                // A bracket right behind a word is a token of its own.
                at = matcher.group(3) == null ? matcher.end() : matcher.end() - 1;
            }
        }
        if (group != null) {
            throw new IllegalArgumentException("has a [ that is not closed");
        }
        return List.copyOf(parts);
    }

    private void bracket(String bracket) {
        if (bracket.equals("[")) {
            if (group != null) {
                throw new IllegalArgumentException("has a [ within [ ]; optional parts stand one after the other");
            }
            group = new ArrayList<>();
        } else if (group == null) {
            throw new IllegalArgumentException("has a ] without a [");
        } else if (group.isEmpty()) {
            throw new IllegalArgumentException("has an empty [ ]");
        } else {
            parts.add(new Group(List.copyOf(group)));
            group = null;
        }
    }

    private void add(Part part) {
        (group == null ? parts : group).add(part);
    }

    private static Part part(String word) {
        if (!word.startsWith("{")) {
            return new Literal(word, Words.key(word));
        }
        Matcher matcher = PLACEHOLDER.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(word + " is no placeholder; write {name}, {name...} or {name:one|two}");
        }
        String choices = matcher.group(3);
        return new Placeholder(
                matcher.group(1),
                matcher.group(2) == null ? Extent.WORD : Extent.REST,
                choices == null ? List.of() : choices(choices));
    }

    private static List<String> choices(String source) {
        List<String> choices = List.of(source.split("\\|"));
        if (choices.stream().map(Words::key).distinct().count() != choices.size()) {
            throw new IllegalArgumentException("has a choice twice: " + source);
        }
        return choices;
    }
}
