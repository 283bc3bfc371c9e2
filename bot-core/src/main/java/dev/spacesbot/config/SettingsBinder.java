package dev.spacesbot.config;

import dev.spacesbot.handler.Settings;
import dev.spacesbot.internal.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads {@code settings} into records. Several may take one section, or one inside that of another: which keys are unknown
 * depends on all of them.
 */
final class SettingsBinder {

    private static final String SETTINGS = "settings";

    private final boolean fromFile;
    private final Values values;
    private final MappingNode root;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, List<RecordType>> sections = new TreeMap<>();
    private final Map<Class<?>, Object> records = new HashMap<>();

    SettingsBinder(SettingsTree.@Nullable Place place) {
        fromFile = place != null;
        root = place == null ? new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK) : place.root();
        values = new Values(
                new Problems(), place == null ? new Placeholders(Path.of(""), Map.of()) : place.placeholders());
    }

    SettingsTree.Bound bind(Collection<Class<?>> types) {
        Shapes shapes = new Shapes(mistakes::add);
        for (Class<?> type : types) {
            RecordType read = shapes.record(type);
            if (read != null) {
                sections.computeIfAbsent(path(type), path -> new ArrayList<>()).add(read);
            }
        }
        sections.forEach(this::bind);
        return new SettingsTree.Bound(Map.copyOf(records), values.problems().found(), List.copyOf(mistakes));
    }

    private static String path(Class<?> type) {
        Settings settings = type.getAnnotation(Settings.class);
        return settings == null || settings.value().isBlank()
                ? SETTINGS
                : SETTINGS + "." + settings.value().strip();
    }

    /** The keys that records take there, and those of sections that other records take. */
    private List<String> known(String path) {
        Set<String> known = new LinkedHashSet<>();
        sections.getOrDefault(path, List.of()).forEach(type -> known.addAll(type.names()));
        sections.keySet().stream()
                .filter(other -> other.startsWith(path + "."))
                .map(other -> other.substring(path.length() + 1).split("\\.", 2)[0])
                .forEach(known::add);
        return List.copyOf(known);
    }

    private void bind(String path, List<RecordType> types) {
        Found found = find(path);
        if (found == null) {
            return;
        }
        if (found.value() == null) {
            types.forEach(type -> absent(path, type, found.place()));
        } else if (found.value() instanceof MappingNode mapping) {
            Section section = new Section(path, mapping, known(path), values);
            for (RecordType type : types) {
                keep(type.read(section, found.place()));
            }
        } else {
            noSection(found.value(), path);
        }
    }

    /** That {@code settings} itself is no section is told when the file is read. */
    private void noSection(Node node, String path) {
        if (!isSettings(node)) {
            values.section(node, path, known(path));
        }
    }

    private void absent(String path, RecordType type, Node place) {
        if (type.mayBeAbsent()) {
            List<Object> nothing = Collections.nCopies(type.components().size(), Optional.empty());
            keep(type.make(nothing, refused -> values.problems().add(place, "'" + path + "' " + refused)));
            return;
        }
        String instead = fromFile ? "" : "; without a file, give a " + type.name() + " to the builder's service(…)";
        String missing = "'" + path + "' is missing: a section with " + String.join(", ", type.names()) + instead;
        values.problems().add(place, missing);
    }

    private void keep(@Nullable Object made) {
        if (made != null) {
            records.put(made.getClass(), made);
        }
    }

    /**
     * Where a section is.
     *
     * @param place its key; where there is none, the key of the nearest section around it
     * @param value what stands there, or null
     */
    private record Found(Node place, @Nullable Node value) {}

    /** Null where it stands under a misspelt key, or what stands around it is no section; that is reported. */
    private @Nullable Found find(String path) {
        Node place = root;
        Node at = root;
        String around = "";
        for (String key : path.split("\\.", -1)) {
            if (!(at instanceof MappingNode mapping)) {
                noSection(at, around);
                return null;
            }
            Optional<NodeTuple> entry = entry(mapping, key);
            if (entry.isEmpty()) {
                return misspelt(mapping, key, around) ? null : new Found(place, null);
            }
            place = entry.get().getKeyNode();
            at = entry.get().getValueNode();
            around = around.isEmpty() ? key : around + "." + key;
            if (Values.isNull(at)) {
                return new Found(place, null);
            }
        }
        return new Found(place, at);
    }

    private boolean misspelt(MappingNode mapping, String key, String around) {
        if (around.isEmpty()) {
            // What stands beside `settings` is told when the file is read.
            return false;
        }
        Map<String, Node> unknown = new HashMap<>();
        List<String> known = known(around);
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && !known.contains(name.getValue())) {
                unknown.put(name.getValue(), name);
            }
        }
        Optional<String> near = Nearest.to(key, unknown.keySet());
        near.ifPresent(name -> values.problems()
                .add(
                        Objects.requireNonNull(unknown.get(name)),
                        "unknown key " + Problems.quoted(name) + " in '" + around + "'; did you mean '" + key + "'?"));
        return near.isPresent();
    }

    private boolean isSettings(Node node) {
        return entry(root, SETTINGS)
                .filter(entry -> entry.getValueNode().equals(node))
                .isPresent();
    }

    private static Optional<NodeTuple> entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst();
    }
}
