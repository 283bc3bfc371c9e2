package dev.spacesbot.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** What a setting is read into: made once from the type of a record's component. */
sealed interface Shape {

    /** In an author's words, to be read after "must be". */
    String wanted();

    /** The value; null where a problem was reported instead. */
    @Nullable
    Object read(Node node, String path, Values values);

    /** Reads a single value; null where it reported a problem. */
    @FunctionalInterface
    interface Reader {

        @Nullable
        Object read(Node node, String path, Values values);
    }

    /** A single value. */
    record Single(String wanted, Reader reader) implements Shape {

        @Override
        public @Nullable Object read(Node node, String path, Values values) {
            return reader.read(node, path, values);
        }
    }

    /** A list, or the one value that stands there without a list. */
    record ListOf(Shape element) implements Shape {

        @Override
        public String wanted() {
            return "a list, each " + element.wanted();
        }

        @Override
        public @Nullable Object read(Node node, String path, Values values) {
            List<Node> elements = Values.elements(node);
            List<Object> list = new ArrayList<>();
            for (Node at : elements) {
                Object value = element.read(at, path, values);
                if (value != null) {
                    list.add(value);
                }
            }
            return list.size() < elements.size() ? null : List.copyOf(list);
        }
    }

    /** A section with keys of the author's own, in the order of the file. */
    record MapOf(Shape element) implements Shape {

        @Override
        public String wanted() {
            return "a section whose values are each " + element.wanted();
        }

        @Override
        public @Nullable Object read(Node node, String path, Values values) {
            if (!(node instanceof MappingNode mapping)) {
                values.wrong(node, "'" + path + "' must be " + wanted() + "; found ");
                return null;
            }
            Map<String, Object> map = new LinkedHashMap<>();
            for (Entries.Entry entry : Entries.of(mapping, values.problems())) {
                Object value = element.read(entry.value(), path + "." + Problems.cleaned(entry.key()), values);
                if (value != null) {
                    map.put(entry.key(), value);
                }
            }
            return map.size() < mapping.getValue().size() ? null : Collections.unmodifiableMap(map);
        }
    }

    /** A section with the keys of a record. */
    record Fields(RecordType type) implements Shape {

        @Override
        public String wanted() {
            return "a section with " + String.join(", ", type.names());
        }

        @Override
        public @Nullable Object read(Node node, String path, Values values) {
            Section section = values.section(node, path, type.names());
            return section == null ? null : type.read(section, node);
        }
    }
}
