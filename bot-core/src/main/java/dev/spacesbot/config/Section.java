package dev.spacesbot.config;

import dev.spacesbot.internal.text.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A part of the file with the keys that it may have. Reports every other key, and every key that stands twice. */
final class Section {

    private final String path;
    private final MappingNode node;
    private final List<String> known;
    private final Values values;
    private final Map<String, Entries.Entry> entries = new HashMap<>();
    private final Set<String> misspelt = new HashSet<>();

    Section(String path, MappingNode node, List<String> known, Values values) {
        this.path = path;
        this.node = node;
        this.known = known;
        this.values = values;
        Entries.of(node, values.problems()).forEach(this::take);
    }

    private void take(Entries.Entry entry) {
        if (known.contains(entry.key())) {
            entries.put(entry.key(), entry);
            return;
        }
        String where = path.isEmpty() ? "" : " in '" + path + "'";
        String hint = Nearest.to(entry.key(), known)
                .map(near -> {
                    misspelt.add(near);
                    return "did you mean '" + near + "'?";
                })
                .orElse("known are " + String.join(", ", known));
        problem(entry.place(), "unknown key " + Problems.quoted(entry.key()) + where + "; " + hint);
    }

    /** Whether a value stands there, right or wrong. */
    boolean has(String key) {
        return node(key) != null;
    }

    /** The value that stands there, or null. */
    @Nullable
    Node node(String key) {
        Entries.Entry entry = entries.get(key);
        return entry == null || Values.isNull(entry.value()) ? null : entry.value();
    }

    /** The same, reporting that it is missing, unless it is there under a misspelt key. */
    @Nullable
    Node required(String key, String meaning) {
        Entries.Entry entry = entries.get(key);
        if (entry == null && !misspelt.contains(key)) {
            problem(node, "'" + pathOf(key) + "' is missing: " + meaning);
        } else if (entry != null && Values.isNull(entry.value())) {
            problem(entry.place(), "'" + pathOf(key) + "' is empty: " + meaning);
        }
        return node(key);
    }

    /** The value that stands there, or null; reports a key that is there without a value. */
    @Nullable
    Node filled(String key, String meaning) {
        return entries.containsKey(key) ? required(key, meaning) : null;
    }

    /** Reports something about a key that is there. */
    void reject(String key, String problem) {
        Entries.Entry entry = entries.get(key);
        problem(entry == null ? node : entry.place(), "'" + pathOf(key) + "' " + problem);
    }

    /** Null where it is absent, or where a problem was reported. */
    @Nullable
    String text(String key) {
        Node value = node(key);
        return value == null ? null : values.text(value, pathOf(key));
    }

    /** A text that must not be shown and goes into a header: what no token holds is reported. */
    @Nullable
    Secret secret(String key) {
        Node value = node(key);
        String text = text(key);
        if (value == null || text == null) {
            return null;
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            problem(value, "'" + pathOf(key) + "' holds white space or letters that no token has");
            return null;
        }
        return new Secret(text);
    }

    /** The section under a key; null where it is absent, or where a problem was reported. */
    @Nullable
    Section section(String key, List<String> keys) {
        Node value = node(key);
        return value == null ? null : values.section(value, pathOf(key), keys);
    }

    /** The key as a report names it: {@code token}, or {@code auth.token} inside a section. */
    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** What reports call the section itself. */
    String path() {
        return path;
    }

    Values values() {
        return values;
    }

    private void problem(Node place, String text) {
        values.problems().add(place, text);
    }
}
