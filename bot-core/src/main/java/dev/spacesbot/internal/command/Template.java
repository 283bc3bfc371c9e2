package dev.spacesbot.internal.command;

import dev.spacesbot.internal.command.Part.Extent;
import dev.spacesbot.internal.command.Part.Group;
import dev.spacesbot.internal.command.Part.Literal;
import dev.spacesbot.internal.command.Part.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A command as its author wrote it, such as {@code deploy {service} to {env:dev|prod} [because {reason...}]}.
 *
 * @param source the text of it
 * @param parts what it consists of, in order
 */
public record Template(String source, List<Part> parts) {

    /** Each optional part doubles what a template fits. */
    private static final int MOST_VARIANTS = 64;

    /** Each choice multiplies it, and each way takes memory. */
    private static final int MOST_WAYS = 10_000;

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException where it is none; the text says why, to be read after the template
     */
    public static Template parse(String source) {
        Template template = new Template(source, new TemplateReader(source).read());
        template.check();
        return template;
    }

    private void check() {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("is empty; leave it out to handle what no other handler matches");
        }
        if (parts.stream().allMatch(Group.class::isInstance)) {
            throw new IllegalArgumentException("has only optional parts; something must be there");
        }
        List<String> names = names();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("names a placeholder twice");
        }
        List<Part> all = flat(parts).toList();
        for (Part part : all.subList(0, all.size() - 1)) {
            if (part instanceof Placeholder placeholder && placeholder.extent() == Extent.REST) {
                throw new IllegalArgumentException(
                        "{" + placeholder.name() + "...} takes all the rest, so it must be last");
            }
        }
        if (1L << parts.stream().filter(Group.class::isInstance).count() > MOST_VARIANTS) {
            throw new IllegalArgumentException("has more than 6 optional parts; make it two templates");
        }
        if (ways() > MOST_WAYS) {
            throw new IllegalArgumentException("has choices that make more than " + MOST_WAYS
                    + " combinations; take an enum for the parameter, with no choices in the template");
        }
    }

    /** In how many ways the choices can be combined, or a number above {@value #MOST_WAYS} where there are more. */
    private long ways() {
        long ways = 0;
        for (List<Part> variant : variants()) {
            long combined = 1;
            for (Part part : variant) {
                int choices = part instanceof Placeholder placeholder
                        ? placeholder.choices().size()
                        : 0;
                combined = Math.min(MOST_WAYS + 1L, combined * Math.max(1, choices));
            }
            ways += combined;
        }
        return ways;
    }

    private static Stream<Part> flat(List<Part> parts) {
        return parts.stream().flatMap(part -> part instanceof Group group ? flat(group.parts()) : Stream.of(part));
    }

    /** The placeholders, in order. */
    public List<Placeholder> placeholders() {
        return flat(parts)
                .filter(Placeholder.class::isInstance)
                .map(Placeholder.class::cast)
                .toList();
    }

    /** The names of the placeholders, in order. */
    public List<String> names() {
        return placeholders().stream().map(Placeholder::name).toList();
    }

    /** Whether there is a value for this name in every message that fits. */
    public boolean requires(String name) {
        return parts.stream()
                .anyMatch(part -> part instanceof Placeholder placeholder
                        && placeholder.name().equals(name));
    }

    /** The words that it begins with, in lower case; those in an optional part in front do not count. Empty where there are none. */
    public String command() {
        List<String> keys = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                keys.add(literal.key());
            } else if (part instanceof Placeholder || !keys.isEmpty()) {
                break;
            }
        }
        return String.join(" ", keys);
    }

    /** The same template, in which these placeholders take spans of time, in several words where need be. */
    public Template withSpans(Set<String> names) {
        UnaryOperator<Part> toSpan = part -> part instanceof Placeholder placeholder
                        && placeholder.extent() == Extent.WORD
                        && names.contains(placeholder.name())
                ? placeholder.over(Extent.SPAN)
                : part;
        return new Template(
                source,
                parts.stream()
                        .map(part -> part instanceof Group group
                                ? new Group(group.parts().stream().map(toSpan).toList())
                                : toSpan.apply(part))
                        .toList());
    }

    /** What remains with each of the optional parts there or not, the fullest first. None has a group any more. */
    public List<List<Part>> variants() {
        List<List<Part>> variants = List.of(List.of());
        for (Part part : parts) {
            List<List<Part>> longer = new ArrayList<>();
            for (List<Part> before : variants) {
                List<Part> added = part instanceof Group group ? group.parts() : List.of(part);
                longer.add(Stream.concat(before.stream(), added.stream()).toList());
                if (part instanceof Group) {
                    longer.add(before);
                }
            }
            variants = longer;
        }
        return variants;
    }
}
