package dev.spacesbot.internal.declare;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A type as an author declared it.
 *
 * @param name as {@link Class#getName()} has it
 * @param primitive whether it is one of the eight
 * @param arguments of a generic type; empty where there are none, or where they are no classes
 * @param constants the names of an enum's constants; empty where it is none
 * @param supertypes the names of all that it is, itself included
 */
public record TypeShape(
        String name, boolean primitive, List<TypeShape> arguments, List<String> constants, Set<String> supertypes) {

    /** The shape of a type at run time. */
    public static TypeShape of(Type type) {
        if (type instanceof Class<?> plain) {
            String name = plain.isArray() ? plain.getTypeName() : plain.getName();
            return new TypeShape(name, plain.isPrimitive(), List.of(), constants(plain), supertypes(plain));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            List<TypeShape> arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(TypeShape::of)
                    .toList();
            return new TypeShape(raw.getName(), false, arguments, List.of(), supertypes(raw));
        }
        return new TypeShape(type.getTypeName(), false, List.of(), List.of(), Set.of());
    }

    private static List<String> constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList();
    }

    private static Set<String> supertypes(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        List<Class<?>> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.remove(open.size() - 1);
            if (names.add(next.getName())) {
                open.addAll(List.of(next.getInterfaces()));
                if (next.getSuperclass() != null) {
                    open.add(next.getSuperclass());
                }
            }
        }
        return Set.copyOf(names);
    }

    /** Whether it is exactly this class. */
    public boolean is(Class<?> type) {
        return name.equals(type.getName());
    }

    /** Whether it is this class or a subtype of it. */
    public boolean isA(Class<?> type) {
        return supertypes.contains(type.getName());
    }

    /** Whether it is this generic class of that one argument. */
    public boolean is(Class<?> type, Class<?> argument) {
        return is(type) && arguments.size() == 1 && arguments.get(0).is(argument);
    }

    /** As an author writes it, such as {@code List<Mention>}. */
    public String simpleName() {
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return arguments.isEmpty()
                ? simple
                : simple + "<"
                        + String.join(
                                ", ",
                                arguments.stream().map(TypeShape::simpleName).toList()) + ">";
    }
}
