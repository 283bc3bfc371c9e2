package dev.spacesbot.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads {@code settings}, whose keys are the author's own: texts, numbers, truth values, lists and maps of these. */
final class SettingsReader {

    private static final Set<Tag> NUMBERS_AND_FLAGS = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL);

    private final Values values;
    private final Scalars scalars = new Scalars();
    /** An anchor may contain its own alias. */
    private final Set<Node> open = new HashSet<>();

    SettingsReader(Values values) {
        this.values = values;
    }

    /** In the order of the file; a key without a value is left out. */
    Map<String, Object> read(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        values.wrong(node, "'settings' must be a section; found ");
        return Map.of();
    }

    private Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Entries.Entry entry : Entries.of(mapping, values.problems())) {
            Object value = value(entry.value());
            if (value != null) {
                settings.put(entry.key(), value);
            }
        }
        return Collections.unmodifiableMap(settings);
    }

    private List<Object> list(SequenceNode sequence) {
        List<Object> settings = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            Object value = value(element);
            if (value != null) {
                settings.add(value);
            }
        }
        return Collections.unmodifiableList(settings);
    }

    private @Nullable Object value(Node node) {
        if (Values.isNull(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return NUMBERS_AND_FLAGS.contains(node.getTag()) ? scalars.of(scalar) : fill(scalar);
        }
        if (!open.add(node)) {
            values.problems().add(node, "what stands here contains itself");
            return null;
        }
        Object value = node instanceof MappingNode mapping ? map(mapping) : list((SequenceNode) node);
        open.remove(node);
        return value;
    }

    private @Nullable String fill(ScalarNode scalar) {
        return values.placeholders()
                .fill(scalar.getValue(), problem -> values.problems().add(scalar, problem));
    }

    /** Reads numbers and truth values as YAML means them; what only looks like one stays a text. */
    private static final class Scalars extends SafeConstructor {

        Scalars() {
            super(new LoaderOptions());
        }

        Object of(ScalarNode node) {
            try {
                return getConstructor(node).construct(node);
            } catch (NumberFormatException e) {
                return node.getValue();
            }
        }
    }
}
