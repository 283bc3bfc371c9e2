package dev.spacesbot.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The {@code settings} of a file: the author's own section, whose values know their places. Immutable. */
public final class SettingsTree {

    /** Shorter words are rather a name or a number than a secret, and would make a text unreadable. */
    private static final int SECRET = 8;

    private static final SettingsTree NONE = new SettingsTree(null, Map.of());

    private final @Nullable Place place;
    private final Map<String, Object> values;

    /** Where the settings stand; {@code root} is the whole file, of which {@code settings} may be missing. */
    record Place(Path file, MappingNode root, Placeholders placeholders) {}

    SettingsTree(@Nullable Place place, Map<String, Object> values) {
        this.place = place;
        this.values = values;
    }

    /** The settings of a bot without a file. */
    public static SettingsTree none() {
        return NONE;
    }

    /** The values as YAML has them: texts, numbers, truth values, lists and maps of these; placeholders filled in. */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * The record that is marked with {@link dev.spacesbot.handler.Settings}, for objects that something else than the bot
     * makes.
     *
     * @param others records that take other keys of its section, or sections inside it: what no record takes is a mistake
     * @throws BotConfigException with everything that is wrong with the settings of all of them
     * @throws IllegalArgumentException where a class is no record that settings can be read into
     */
    public <R> R as(Class<R> type, Class<?>... others) {
        Bound bound = bind(Stream.concat(Stream.of(type), Arrays.stream(others)).toList());
        if (!bound.mistakes().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", bound.mistakes()));
        }
        Object made = bound.records().get(type);
        if (made == null || !bound.problems().isEmpty()) {
            throw exception(bound.problems());
        }
        return type.cast(made);
    }

    /** Reads everything that a bot takes of its settings; all at once, since what no record takes is a mistake. */
    public Bound bind(Collection<Class<?>> types) {
        return new SettingsBinder(place).bind(types);
    }

    /** The report of what {@link #bind} found wrong. */
    public BotConfigException exception(List<Problem> problems) {
        return new BotConfigException(place == null ? null : place.file(), problems);
    }

    /** A text with {@code ***} in place of what placeholders stood for, where that is long enough to be a secret. */
    String masked(String text) {
        return place == null ? text : place.placeholders().mask(text, SECRET);
    }

    /** Whether it has the same values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettingsTree tree && tree.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The keys alone, as an author may keep secrets there. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }

    /**
     * What became of settings.
     *
     * @param records by their classes; without those that something is wrong with
     * @param problems what is wrong in the file
     * @param mistakes what is wrong with the records themselves, whatever the file says
     */
    public record Bound(Map<Class<?>, Object> records, List<Problem> problems, List<String> mistakes) {}
}
