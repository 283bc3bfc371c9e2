package dev.spacesbot.config;

import dev.spacesbot.event.SpaceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code spaces}: a list of ids or {@code {id, password}}, or the word {@code all}. */
final class SpacesReader {

    static final String MEANING = "a list of space ids, which the command 'spaces' shows, or the word all";

    private static final String ALL = "all";
    private static final String ALL_IN_LIST = "'all' stands alone, without a list: 'spaces: all'";
    private static final List<String> KEYS = List.of("id", "password");

    /** Which spaces to join: these, or every space of the account. */
    record Spaces(List<SpaceRef> ids, boolean all) {}

    static final Spaces NONE = new Spaces(List.of(), false);

    private final Values values;
    private final Map<String, Node> seen = new HashMap<>();

    SpacesReader(Values values) {
        this.values = values;
    }

    Spaces read(Node node) {
        if (node instanceof MappingNode) {
            values.wrong(node, "'spaces' must be " + MEANING + "; found ");
            return NONE;
        }
        boolean all = node instanceof ScalarNode scalar && scalar.getValue().equals(ALL);
        return all ? new Spaces(List.of(), true) : new Spaces(list(node), false);
    }

    private List<SpaceRef> list(Node node) {
        List<Node> elements = Values.elements(node);
        if (elements.isEmpty()) {
            values.problems().add(node, "'spaces' is empty: " + MEANING);
        }
        List<SpaceRef> spaces = new ArrayList<>();
        for (Node element : elements) {
            SpaceRef space = element instanceof MappingNode ? withPassword(element) : open(element);
            if (space != null) {
                spaces.add(space);
            }
        }
        return List.copyOf(spaces);
    }

    private @Nullable SpaceRef open(Node element) {
        String id = id(element, "spaces");
        return id == null ? null : SpaceRef.open(id);
    }

    private @Nullable SpaceRef withPassword(Node element) {
        Section space = values.section(element, "spaces", KEYS);
        if (space == null) {
            return null;
        }
        Node place = space.required("id", "24 hexadecimal digits, as the command 'spaces' shows them");
        String id = place == null ? null : id(place, "spaces.id");
        String password = space.text("password");
        return id == null ? null : new SpaceRef(id, password);
    }

    private @Nullable String id(Node place, String path) {
        if (place instanceof ScalarNode scalar && scalar.getValue().strip().equalsIgnoreCase(ALL)) {
            values.problems().add(place, ALL_IN_LIST);
            return null;
        }
        String id = values.spaceId(place, path);
        Node first = id == null ? null : seen.putIfAbsent(id, place);
        if (first != null) {
            int line = first.getStartMark().getLine() + 1;
            values.problems().add(place, "space " + id + " stands twice; the first is in line " + line);
            return null;
        }
        return id;
    }
}
