package dev.spacesbot.internal.dispatch;

import dev.spacesbot.handler.Arg;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the annotations of one handler object into handlers, and tells what is wrong with them. */
final class HandlerClass {

    private final Object target;
    private final Consumer<String> problems;
    private final List<Handler> handlers = new ArrayList<>();

    private HandlerClass(Object target, Consumer<String> problems) {
        this.target = target;
        this.problems = problems;
    }

    /** The handlers of an object; those with problems are left out. */
    static List<Handler> read(Object target, Consumer<String> problems) {
        HandlerClass reader = new HandlerClass(target, problems);
        reader.readClass();
        return reader.handlers;
    }

    private void readClass() {
        Class<?> type = target.getClass();
        boolean any = Declaration.isOn(type);
        if (any) {
            onePublicMethod(type)
                    .ifPresent(method -> Declaration.on(type, naming(type.getSimpleName()))
                            .forEach(declaration -> add(method, declaration)));
        }
        for (Method method : methods(type)) {
            if (Declaration.isOn(method)) {
                any = true;
                addAll(method, method, HandlerMethod.name(method));
            }
        }
        if (!any) {
            problems.accept(type.getSimpleName() + " has no @OnMessage, @OnTask or @OnPost; annotate a method, or the"
                    + " class where its one public method handles the event");
        }
    }

    /** What a broken pattern would bind is not known, so nothing more is said of its method. */
    private void addAll(Method method, AnnotatedElement annotated, String place) {
        List<String> found = new ArrayList<>();
        List<Declaration> declarations = Declaration.on(annotated, found::add);
        found.forEach(naming(place));
        if (found.isEmpty()) {
            declarations.forEach(declaration -> add(method, declaration));
        }
    }

    /** Declared and inherited methods, in an order that does not change from run to run. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            Arrays.stream(at.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                    .forEach(methods::add);
        }
        return methods;
    }

    private Optional<Method> onePublicMethod(Class<?> type) {
        List<Method> candidates = methods(type).stream()
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .toList();
        if (candidates.size() != 1) {
            problems.accept(
                    type.getSimpleName() + " is annotated as a class, so it must have one public method; it has "
                            + (candidates.isEmpty() ? "none" : names(candidates)));
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    private static String names(List<Method> methods) {
        return methods.size() + ": "
                + methods.stream().map(Method::getName).sorted().collect(Collectors.joining(", "));
    }

    private void add(Method method, Declaration declaration) {
        List<String> found = new ArrayList<>();
        List<Argument> arguments = arguments(method, declaration, found::add);
        if (Modifier.isStatic(method.getModifiers())) {
            found.add("is static; a handler is a method of an object");
        }
        if (!Replies.accepts(method.getReturnType())) {
            found.add("returns " + method.getReturnType().getSimpleName() + "; it may return String, Reply, Optional,"
                    + " Iterable, Stream or CompletionStage of these, or void");
        }
        found.forEach(naming(HandlerMethod.name(method)));
        if (found.isEmpty()) {
            open(method, declaration, arguments);
        }
    }

    private void open(Method method, Declaration declaration, List<Argument> arguments) {
        try {
            method.setAccessible(true);
            handlers.add(new Handler(
                    new HandlerMethod(target, method, arguments),
                    declaration.event(),
                    declaration.on(),
                    declaration.templates(),
                    declaration.regex(),
                    declaration.always()));
        } catch (RuntimeException e) {
            naming(HandlerMethod.name(method))
                    .accept("cannot be reached: " + e.getMessage() + "; open its package to dev.spacesbot");
        }
    }

    private static List<Argument> arguments(Method method, Declaration declaration, Consumer<String> found) {
        List<Argument> arguments = new ArrayList<>();
        Set<String> unbound = new LinkedHashSet<>(declaration.names());
        for (Parameter parameter : method.getParameters()) {
            String name = name(parameter);
            if (declaration.names().contains(name)) {
                unbound.remove(name);
                absent(parameter, name, declaration, found);
                word(parameter, name, found).ifPresent(arguments::add);
            } else {
                Argument.byType(parameter.getParameterizedType(), declaration.event())
                        .ifPresentOrElse(arguments::add, () -> found.accept(unbindable(parameter, declaration)));
            }
        }
        for (String name : unbound) {
            found.accept("has no parameter for {" + name + "}; add one called " + name + ", or mark one with @Arg(\""
                    + name + "\")");
        }
        return arguments;
    }

    /** Where one template lacks a name that another has, there may be no value: only an object can say so. */
    private static void absent(Parameter parameter, String name, Declaration declaration, Consumer<String> found) {
        if (parameter.getType().isPrimitive()) {
            declaration.templates().stream()
                    .filter(template -> !template.names().contains(name))
                    .forEach(template -> found.accept("has a parameter " + parameter.getType() + " " + name
                            + " that the template \"" + template.source()
                            + "\" has no value for; let it be null, as an "
                            + MethodType.methodType(parameter.getType())
                                    .wrap()
                                    .returnType()
                                    .getSimpleName()
                            + " may be, or add {" + name + "}"));
        }
    }

    private static Optional<Argument> word(Parameter parameter, String name, Consumer<String> found) {
        Class<?> type = parameter.getType();
        Optional<Converters.Converter> converter = Converters.to(type);
        if (converter.isEmpty()) {
            found.accept("cannot make a " + type.getSimpleName() + " of {" + name
                    + "}; the parameter may be a String, a" + " number, a boolean or an enum");
        }
        return converter.map(known -> new Argument.Word(name, known, type.isPrimitive()));
    }

    private static String unbindable(Parameter parameter, Declaration declaration) {
        String what = "has a parameter " + parameter.getType().getSimpleName()
                + (named(parameter) ? " " + name(parameter) : "") + " that nothing binds";
        if (!named(parameter)) {
            return what + "; compile with -parameters, or mark it with @Arg";
        }
        String names = declaration.names().isEmpty()
                ? ""
                : "one of the names " + String.join(", ", declaration.names()) + ", or of the types ";
        return what + "; it may have " + (names.isEmpty() ? "the type " : names) + Argument.known(declaration.event());
    }

    private static boolean named(Parameter parameter) {
        return parameter.isNamePresent() || parameter.isAnnotationPresent(Arg.class);
    }

    private static String name(Parameter parameter) {
        Arg arg = parameter.getAnnotation(Arg.class);
        return arg == null || arg.value().isEmpty() ? parameter.getName() : arg.value();
    }

    private Consumer<String> naming(String place) {
        return problem -> problems.accept(place + ": " + problem);
    }
}
