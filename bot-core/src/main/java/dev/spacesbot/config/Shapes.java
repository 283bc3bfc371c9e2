package dev.spacesbot.config;

import dev.spacesbot.internal.text.Durations;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Finds the shapes for the types of a record's components, and tells what no setting can be. */
final class Shapes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");
    private static final String KNOWN = "String, int, long, double, boolean, an enum, Duration, LocalTime, LocalDate,"
            + " ZoneId, URI, Path, Secret, a record, or Optional, List or Map<String, …> of these";

    private static final Shape WHOLE = parsed("a whole number", Integer::valueOf);
    private static final Shape LONG = parsed("a whole number", Long::valueOf);
    private static final Shape NUMBER = parsed("a number", Shapes::number);
    private static final Shape FLAG =
            new Shape.Single("true or false", (node, path, values) -> values.flag(node, path));

    private static final Map<Class<?>, Shape> SINGLE = Map.ofEntries(
            Map.entry(String.class, new Shape.Single("a text", (node, path, values) -> values.raw(node, path))),
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG),
            Map.entry(
                    Duration.class,
                    parsed(Durations.WANTED, text -> Durations.parse(text).orElseThrow(IllegalArgumentException::new))),
            Map.entry(LocalTime.class, parsed("a time such as 09:30", text -> LocalTime.parse(text, TIME))),
            Map.entry(LocalDate.class, parsed("a date such as 2026-11-30", LocalDate::parse)),
            Map.entry(ZoneId.class, new Shape.Single(Values.ZONE, (node, path, values) -> values.zone(node, path))),
            Map.entry(URI.class, parsed("an address such as https://example.com", Shapes::address)),
            Map.entry(Path.class, new Shape.Single("the path of a file", Shapes::path)),
            Map.entry(Secret.class, parsed("a text", Shapes::secret)));

    private final Consumer<String> mistakes;
    private final Set<Class<?>> open = new HashSet<>();

    /** {@code mistakes} hears of types that cannot be bound: those are mistakes of the author, not of a file. */
    Shapes(Consumer<String> mistakes) {
        this.mistakes = mistakes;
    }

    /** The record type of a class; null where a mistake was reported. */
    @Nullable
    RecordType record(Class<?> type) {
        if (!type.isRecord()) {
            mistakes.accept(type.getSimpleName() + " is marked @Settings, so it must be a record");
            return null;
        }
        if (!open.add(type)) {
            mistakes.accept(type.getSimpleName() + " contains itself, which no settings can");
            return null;
        }
        List<RecordType.Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            RecordType.Component read = component(type, component);
            if (read != null) {
                components.add(read);
            }
        }
        open.remove(type);
        boolean complete = components.size() == type.getRecordComponents().length;
        Constructor<?> constructor = complete ? constructor(type) : null;
        return constructor == null ? null : new RecordType(constructor, List.copyOf(components));
    }

    private @Nullable Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException | RuntimeException e) {
            mistakes.accept(type.getSimpleName() + " cannot be reached: " + e.getMessage()
                    + "; open its package to dev.spacesbot");
            return null;
        }
    }

    private RecordType.@Nullable Component component(Class<?> owner, RecordComponent component) {
        Optional<Type> inOptional = argument(component.getGenericType(), Optional.class, 0);
        String place = owner.getSimpleName() + "." + component.getName();
        Shape shape = shape(inOptional.orElse(component.getGenericType()), place);
        return shape == null ? null : new RecordType.Component(component.getName(), shape, inOptional.isPresent());
    }

    private @Nullable Shape shape(Type type, String place) {
        Optional<Type> element = argument(type, List.class, 0);
        if (element.isPresent()) {
            Shape shape = shape(element.get(), place);
            return shape == null ? null : new Shape.ListOf(shape);
        }
        Optional<Type> value = argument(type, Map.class, 1)
                .filter(any -> argument(type, Map.class, 0).orElseThrow().equals(String.class));
        if (value.isPresent()) {
            Shape shape = shape(value.get(), place);
            return shape == null ? null : new Shape.MapOf(shape);
        }
        if (type instanceof Class<?> known) {
            Shape single = SINGLE.get(known);
            if (single != null || known.isEnum()) {
                return single != null ? single : choice(known);
            }
            if (known.isRecord()) {
                RecordType read = record(known);
                return read == null ? null : new Shape.Fields(read);
            }
        }
        mistakes.accept(place + " has the type " + name(type) + ", which no setting can be; it may be " + KNOWN);
        return null;
    }

    private static Optional<Type> argument(Type type, Class<?> generic, int index) {
        return type instanceof ParameterizedType known && known.getRawType() == generic
                ? Optional.of(known.getActualTypeArguments()[index])
                : Optional.empty();
    }

    private static String name(Type type) {
        return type instanceof Class<?> known
                ? known.getSimpleName()
                : type.getTypeName().replaceAll("[a-z0-9_]+[.]", "").replaceAll("\\w+\\$", "");
    }

    private static Shape choice(Class<?> type) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        return new Shape.Single(Values.choice(constants), (node, path, values) -> values.word(node, path, constants));
    }

    private static Shape parsed(String wanted, Function<String, Object> parser) {
        return new Shape.Single(wanted, (node, path, values) -> values.parsed(node, path, wanted, parser));
    }

    private static Double number(String text) {
        // Java would take 1d and 0x1p3 as well.
        if (!text.matches("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?")) {
            throw new NumberFormatException();
        }
        return Double.valueOf(text);
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException();
        }
        return address;
    }

    private static Secret secret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException();
        }
        return new Secret(text);
    }

    /** A relative path begins where the file is, as those of mounted secrets do. */
    private static @Nullable Object path(Node node, String path, Values values) {
        return values.parsed(
                node,
                path,
                "the path of a file",
                text -> values.placeholders().folder().resolve(text));
    }
}
