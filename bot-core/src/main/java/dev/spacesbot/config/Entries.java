package dev.spacesbot.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of a mapping that has plain keys, each once. */
final class Entries {

    /** One key with its value, and where the key stands. */
    record Entry(String key, Node place, Node value) {}

    private Entries() {}

    /** Those that can be used, in the order of the file; the others are reported. */
    static List<Entry> of(MappingNode mapping, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Node> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node place = tuple.getKeyNode();
            if (!(place instanceof ScalarNode key) || Values.isNull(place)) {
                problems.add(place, "a key must be a word; found " + Problems.kind(place));
            } else if (place.getTag().equals(Tag.MERGE)) {
                problems.add(place, "'<<' is not supported; write the entries out");
            } else {
                Node first = seen.putIfAbsent(key.getValue(), place);
                if (first == null) {
                    entries.add(new Entry(key.getValue(), place, tuple.getValueNode()));
                } else {
                    problems.add(place, twice(key, first));
                }
            }
        }
        return entries;
    }

    private static String twice(ScalarNode key, Node first) {
        return "key " + Problems.quoted(key.getValue()) + " stands twice; the first is in line "
                + (first.getStartMark().getLine() + 1);
    }
}
