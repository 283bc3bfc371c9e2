package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.Problem;
import dev.spacesbot.config.SettingsTree;
import dev.spacesbot.handler.HandlerFactory;
import dev.spacesbot.handler.Settings;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one object of each handler class. A constructor may take services, settings and other handlers, which are made first.
 */
final class HandlerObjects {

    private final Collection<Object> sources;
    private final Supplies supplies;
    private final Consumer<String> problems;
    private final SettingsTree.Bound settings;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Set<Class<?>> failed = new HashSet<>();
    /** Those whose arguments are being made, from the outside in. */
    private final Set<Class<?>> open = new LinkedHashSet<>();

    /** {@code sources} are objects, and classes to be made into objects. */
    HandlerObjects(Collection<Object> sources, Supplies supplies, Consumer<String> problems) {
        this.sources = sources;
        this.supplies = supplies;
        this.problems = problems;
        this.settings = supplies.settings().bind(settingsTypes());
        settings.mistakes().forEach(problems);
    }

    /** All of them, in the order of the sources; without those that cannot be made. */
    List<Object> all() {
        return sources.stream()
                .map(source -> source instanceof Class<?> type ? of(type) : source)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is wrong with their settings. */
    List<Problem> settingsProblems() {
        return settings.problems();
    }

    private Stream<Class<?>> classes() {
        return sources.stream().filter(Class.class::isInstance).map(type -> (Class<?>) type);
    }

    private List<Class<?>> settingsTypes() {
        return supplies.factory() != null
                ? List.of()
                : classes()
                        .map(Class::getDeclaredConstructors)
                        .filter(constructors -> constructors.length == 1)
                        .flatMap(constructors -> Arrays.stream(constructors[0].getParameterTypes()))
                        .filter(type -> type.isAnnotationPresent(Settings.class)
                                && given(type).isEmpty())
                        .<Class<?>>map(type -> type)
                        .distinct()
                        .toList();
    }

    private @Nullable Object of(Class<?> type) {
        Object before = made.get(type);
        if (before != null || failed.contains(type)) {
            return before;
        }
        HandlerFactory factory = supplies.factory();
        open.add(type);
        Object now = factory == null ? construct(type) : ask(factory, type);
        open.remove(type);
        if (now == null) {
            failed.add(type);
        } else {
            made.put(type, now);
        }
        return now;
    }

    private @Nullable Object ask(HandlerFactory factory, Class<?> type) {
        try {
            Object object = factory.make(type);
            if (type.isInstance(object)) {
                return object;
            }
            cannot(
                    type,
                    "the handler factory made "
                            + (object == null
                                    ? "nothing"
                                    : "a " + object.getClass().getName()));
        } catch (RuntimeException e) {
            cannot(type, "the handler factory threw " + e);
        }
        return null;
    }

    private @Nullable Object construct(Class<?> type) {
        if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
            cannot(type, "it is an inner class; make it static, or move it to a file of its own");
            return null;
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            cannot(type, "it is abstract; give a class that extends it");
            return null;
        }
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) {
            cannot(type, "it must have one constructor, it has " + constructors.length);
            return null;
        }
        List<Object> arguments = new ArrayList<>();
        for (Class<?> parameter : constructors[0].getParameterTypes()) {
            Object argument = argument(type, parameter);
            if (argument != null) {
                arguments.add(argument);
            }
        }
        return arguments.size() == constructors[0].getParameterCount()
                ? construct(type, constructors[0], arguments)
                : null;
    }

    private @Nullable Object construct(Class<?> type, Constructor<?> constructor, List<Object> arguments) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            cannot(type, "its constructor threw " + e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            cannot(type, String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** Null where there is none, which was told. */
    private @Nullable Object argument(Class<?> owner, Class<?> type) {
        Optional<Object> given = given(type);
        if (given.isPresent()) {
            return given.get();
        }
        if (type.isAnnotationPresent(Settings.class)) {
            return settings.records().get(type);
        }
        List<Class<?>> fitting = classes().filter(type::isAssignableFrom).toList();
        List<Class<?>> candidates = fitting.contains(type) ? List.of(type) : fitting;
        if (candidates.size() != 1) {
            cannot(
                    owner,
                    "its constructor takes a " + type.getSimpleName()
                            + (candidates.isEmpty()
                                    ? "; give one to the builder's service(…)"
                                    : ", which " + names(candidates, " and ") + " are; take one of them"));
            return null;
        }
        return open.contains(candidates.get(0)) ? cycle(candidates.get(0)) : of(candidates.get(0));
    }

    /** A service, or a handler that was given as an object. */
    private Optional<Object> given(Class<?> type) {
        return Stream.concat(
                        supplies.services().stream(), sources.stream().filter(source -> !(source instanceof Class<?>)))
                .filter(type::isInstance)
                .findFirst();
    }

    private @Nullable Object cycle(Class<?> again) {
        List<Class<?>> cycle = open.stream().dropWhile(type -> type != again).toList();
        cannot(
                again,
                cycle.size() == 1
                        ? "its constructor takes the object that it would make"
                        : "its constructor takes " + names(cycle.subList(1, cycle.size()), ", which takes ")
                                + ", which takes " + again.getSimpleName()
                                + "; move what they share into a class of its own");
        return null;
    }

    private static String names(List<Class<?>> types, String between) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.joining(between));
    }

    private void cannot(Class<?> type, String why) {
        problems.accept(type.getSimpleName() + " cannot be made: " + why);
    }
}
