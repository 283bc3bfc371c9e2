package dev.spacesbot.internal.declare;

import dev.spacesbot.handler.Arg;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method as an author declared it.
 *
 * @param name class and method, such as {@code Greeter.hello}
 * @param isStatic whether it belongs to no object
 * @param returns what it returns
 * @param parameters in order
 */
public record MethodShape(String name, boolean isStatic, TypeShape returns, List<Parameter> parameters) {

    /**
     * A parameter.
     *
     * @param name as {@code @Arg} says, or its own
     * @param named whether that is a name that an author gave: without {@code -parameters} it may not be
     * @param type what it takes
     * @param arg what is said of it, or null
     */
    public record Parameter(
            String name,
            boolean named,
            TypeShape type,
            @Nullable Arg arg) {

        /** As an author writes it, such as {@code String name}. */
        String declaration() {
            return type.simpleName() + (named ? " " + name : "");
        }
    }

    /** The shape of a method at run time. */
    public static MethodShape of(Method method) {
        return new MethodShape(
                method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                Modifier.isStatic(method.getModifiers()),
                TypeShape.of(method.getGenericReturnType()),
                Arrays.stream(method.getParameters())
                        .map(MethodShape::parameter)
                        .toList());
    }

    private static Parameter parameter(java.lang.reflect.Parameter parameter) {
        Arg arg = parameter.getAnnotation(Arg.class);
        boolean given = arg != null && !arg.value().isEmpty();
        return new Parameter(
                given ? arg.value() : parameter.getName(),
                given || parameter.isNamePresent(),
                TypeShape.of(parameter.getParameterizedType()),
                arg);
    }
}
