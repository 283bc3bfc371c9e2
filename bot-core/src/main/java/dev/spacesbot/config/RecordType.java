package dev.spacesbot.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A record that settings are read into.
 *
 * @param constructor the canonical one, open to calls
 * @param components in the order of the constructor's parameters
 */
record RecordType(Constructor<?> constructor, List<Component> components) {

    /**
     * A component of a record, and the key of the same name.
     *
     * @param optional whether it is an {@code Optional} of the shape
     */
    record Component(String name, Shape shape, boolean optional) {}

    List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    /** Whether a record can be made of nothing at all. */
    boolean mayBeAbsent() {
        return components.stream().allMatch(Component::optional);
    }

    /** What stands in a section as a record; null where a problem was reported instead, or by the record's constructor. */
    @Nullable
    Object read(Section section, Node place) {
        List<Object> arguments = new ArrayList<>();
        for (Component component : components) {
            Object value = value(component, section);
            if (value != null) {
                arguments.add(value);
            }
        }
        return arguments.size() < components.size()
                ? null
                : make(
                        arguments,
                        problem -> section.values()
                                .problems()
                                .add(
                                        place,
                                        "'" + section.path() + "' "
                                                + section.values()
                                                        .placeholders()
                                                        .mask(problem)));
    }

    private static @Nullable Object value(Component component, Section section) {
        Node node = component.optional()
                ? section.node(component.name())
                : section.required(component.name(), component.shape().wanted());
        if (node == null) {
            return component.optional() ? Optional.empty() : null;
        }
        Object value = component.shape().read(node, section.pathOf(component.name()), section.values());
        return component.optional() && value != null ? Optional.of(value) : value;
    }

    /** The record of these values; null where its constructor will not have them. */
    @Nullable
    Object make(List<Object> arguments, Consumer<String> refused) {
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            refused.accept("is refused by " + name() + ": "
                    + (cause instanceof IllegalArgumentException && cause.getMessage() != null
                            ? cause.getMessage()
                            : String.valueOf(cause)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's constructor that was opened is called", e);
        }
        return null;
    }

    /** The record's name. */
    String name() {
        return constructor.getDeclaringClass().getSimpleName();
    }
}
