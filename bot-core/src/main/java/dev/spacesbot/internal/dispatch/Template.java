package dev.spacesbot.internal.dispatch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** A command as its author wrote it, such as {@code deploy {service} to {env}}. */
record Template(String source, List<Part> parts) {

    /** One word of a template. */
    sealed interface Part {}

    /** A word that must be there; {@code key} is its lower case. */
    record Literal(String key) implements Part {}

    /** One word, or all that is left. */
    record Placeholder(String name, boolean rest) implements Part {}

    private static final Pattern WORD = Pattern.compile("\\s*(\\{[^{}]*\\}|[^\\s{}]+)(?:\\s+|$)");
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)(\\.\\.\\.)?\\}");

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException where it is none; the text says why
     */
    static Template parse(String source) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = WORD.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("cannot be read from \"" + source.substring(at)
                        + "\"; placeholders are {name} or {name...}, with" + " spaces around");
            }
            parts.add(part(matcher.group(1)));
            at = matcher.end();
        }
        Template template = new Template(source, List.copyOf(parts));
        template.check();
        return template;
    }

    private static Part part(String word) {
        if (!word.startsWith("{")) {
            return new Literal(Words.key(word));
        }
        Matcher matcher = NAME.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(word + " is no placeholder; write {name} or {name...}");
        }
        return new Placeholder(matcher.group(1), matcher.group(2) != null);
    }

    private void check() {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("is empty; leave it out to handle what no other handler matches");
        }
        List<String> names = names();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("names a placeholder twice");
        }
        for (Part part : parts.subList(0, parts.size() - 1)) {
            if (part instanceof Placeholder placeholder && placeholder.rest()) {
                throw new IllegalArgumentException(
                        "{" + placeholder.name() + "...} takes all the rest, so it must be last");
            }
        }
    }

    /** The names of the placeholders, in order. */
    List<String> names() {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(part -> ((Placeholder) part).name())
                .toList();
    }
}
