package dev.spacesbot.internal.command;

import dev.spacesbot.internal.command.Part.Literal;
import dev.spacesbot.internal.command.Part.Placeholder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All the templates of a bot, by their words. Looking a text up costs as much as the text has words, however many
 * templates there are. A literal word goes before a choice, that before a span of time, that before any word, and that before
 * the rest of a text.
 *
 * @param <T> what a template leads to
 */
public final class TemplateTree<T> {

    private final Node<T> root = new Node<>();
    private final boolean strict;

    /** What a text leads to, and what its placeholders stand for. */
    public record Found<T>(T target, Captures captures) {}

    private record Leaf<T>(T target, List<String> names) {}

    /** {@code strict} where a placeholder with choices takes these alone; else it takes any word, to be told what is wrong. */
    public TemplateTree(boolean strict) {
        this.strict = strict;
    }

    /** Adds a template; returns what another that fits the same texts led to before, which then stays so, or null. */
    public @Nullable T add(Template template, T target) {
        T before = null;
        for (List<Part> variant : template.variants()) {
            List<String> names = variant.stream()
                    .filter(Placeholder.class::isInstance)
                    .map(part -> ((Placeholder) part).name())
                    .toList();
            for (Node<T> end : ends(List.of(root), variant)) {
                if (end.leaf == null) {
                    end.leaf = new Leaf<>(target, names);
                } else if (end.leaf.target() != target) {
                    before = end.leaf.target();
                }
            }
        }
        return before;
    }

    private List<Node<T>> ends(List<Node<T>> from, List<Part> parts) {
        List<Node<T>> ends = from;
        for (Part part : parts) {
            List<Node<T>> next = new ArrayList<>();
            for (Node<T> node : ends) {
                if (part instanceof Literal literal) {
                    next.add(node.literals.computeIfAbsent(literal.key(), key -> new Node<>()));
                } else if (part instanceof Placeholder placeholder) {
                    next.addAll(after(node, placeholder));
                }
            }
            ends = next;
        }
        return ends;
    }

    private List<Node<T>> after(Node<T> node, Placeholder placeholder) {
        if (strict && !placeholder.choices().isEmpty()) {
            return placeholder.choices().stream()
                    .map(choice -> node.choices.computeIfAbsent(Words.key(choice), key -> new Node<>()))
                    .toList();
        }
        return switch (placeholder.extent()) {
            case REST -> List.of(node.rest());
            case WORD -> List.of(node.word());
            case SPAN -> List.of(node.span(), node.word());
        };
    }

    /** Finds the template that fits a whole text best, of those whose target is wanted. */
    public @Nullable Found<T> find(Words words, Predicate<? super T> wanted) {
        return find(root, words, 0, new Trail<>(wanted, new ArrayList<>(4)));
    }

    private record Trail<T>(Predicate<? super T> wanted, List<Slice> slices) {

        @Nullable
        Found<T> found(@Nullable Leaf<T> leaf) {
            return leaf == null || !wanted.test(leaf.target())
                    ? null
                    : new Found<>(leaf.target(), new Captures(leaf.names(), List.copyOf(slices)));
        }

        void back() {
            slices.remove(slices.size() - 1);
        }
    }

    private @Nullable Found<T> find(Node<T> node, Words words, int at, Trail<T> trail) {
        if (at == words.count()) {
            return trail.found(node.leaf);
        }
        Node<T> literal = node.literals.get(words.key(at));
        Found<T> found = literal == null ? null : find(literal, words, at + 1, trail);
        if (found == null && !node.choices.isEmpty()) {
            found = through(node.choices.get(words.key(at)), words, at, at + 1, trail);
        }
        if (found == null && node.span != null) {
            int end = words.endOfSpan(at);
            found = end < 0 ? null : through(node.span, words, at, end, trail);
        }
        if (found == null) {
            found = through(node.word, words, at, at + 1, trail);
        }
        if (found == null && node.rest != null) {
            trail.slices().add(words.slice(at, words.count()));
            found = trail.found(node.rest.leaf);
            trail.back();
        }
        return found;
    }

    private @Nullable Found<T> through(@Nullable Node<T> next, Words words, int from, int to, Trail<T> trail) {
        if (next == null) {
            return null;
        }
        trail.slices().add(to == from + 1 ? words.slice(from) : words.slice(from, to));
        Found<T> found = find(next, words, to, trail);
        trail.back();
        return found;
    }

    private static final class Node<T> {

        private final Map<String, Node<T>> literals = new HashMap<>();
        private final Map<String, Node<T>> choices = new HashMap<>();
        private @Nullable Node<T> span;
        private @Nullable Node<T> word;
        private @Nullable Node<T> rest;
        private @Nullable Leaf<T> leaf;

        private Node<T> span() {
            span = span == null ? new Node<>() : span;
            return span;
        }

        private Node<T> word() {
            word = word == null ? new Node<>() : word;
            return word;
        }

        private Node<T> rest() {
            rest = rest == null ? new Node<>() : rest;
            return rest;
        }
    }
}
