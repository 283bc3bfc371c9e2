package dev.spacesbot.internal.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the templates of a bot, by their words. Looking a text up costs as much as the text has words, however many
 * templates there are. A literal word goes before a placeholder, and that before the rest of a text.
 *
 * @param <T> what a template leads to
 */
final class TemplateTree<T> {

    private final Node<T> root = new Node<>();

    /** What a text leads to, and what its placeholders stand for, in order. */
    record Found<T>(T target, List<String> values) {}

    /** Adds a template; returns what an equal one led to before, and then leaves it at that, or null. */
    @Nullable
    T add(Template template, T target) {
        Node<T> node = root;
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                node = node.literals.computeIfAbsent(literal.key(), key -> new Node<>());
            } else if (part instanceof Template.Placeholder placeholder) {
                node = placeholder.rest() ? node.rest() : node.word();
            }
        }
        T before = node.target;
        if (before == null) {
            node.target = target;
        }
        return before;
    }

    /** Finds the template that fits a whole text best. */
    @Nullable
    Found<T> find(Words words) {
        return find(root, words, 0, new ArrayList<>());
    }

    private @Nullable Found<T> find(Node<T> node, Words words, int at, List<String> values) {
        if (at == words.count()) {
            return node.target == null ? null : new Found<>(node.target, List.copyOf(values));
        }
        Node<T> literal = node.literals.get(words.key(at));
        Found<T> found = literal == null ? null : find(literal, words, at + 1, values);
        if (found == null && node.word != null) {
            values.add(words.get(at));
            found = find(node.word, words, at + 1, values);
            values.remove(values.size() - 1);
        }
        if (found == null && node.rest != null && node.rest.target != null) {
            values.add(words.from(at));
            found = new Found<>(node.rest.target, List.copyOf(values));
            values.remove(values.size() - 1);
        }
        return found;
    }

    private static final class Node<T> {

        private final Map<String, Node<T>> literals = new HashMap<>();
        private @Nullable Node<T> word;
        private @Nullable Node<T> rest;
        private @Nullable T target;

        private Node<T> word() {
            Node<T> node = word == null ? new Node<>() : word;
            word = node;
            return node;
        }

        private Node<T> rest() {
            Node<T> node = rest == null ? new Node<>() : rest;
            rest = node;
            return node;
        }
    }
}
