package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.handler.Late;
import dev.spacesbot.internal.declare.Annotated;
import dev.spacesbot.internal.declare.Binding;
import dev.spacesbot.internal.declare.Declaration;
import dev.spacesbot.internal.declare.Declaration.OfMessages;
import dev.spacesbot.internal.declare.Declaration.OfPresence;
import dev.spacesbot.internal.declare.MethodShape;
import dev.spacesbot.internal.declare.Signature;
import dev.spacesbot.internal.guard.Guard;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of one handler object into handlers, and tells what is wrong with them. */
final class HandlerClass {

    private final Object target;
    private final List<Interceptor> interceptors;
    private final Rules rules;
    private final Consumer<String> problems;
    private final List<Handler> handlers = new ArrayList<>();

    private HandlerClass(Object target, List<Interceptor> interceptors, Rules rules, Consumer<String> problems) {
        this.target = target;
        this.interceptors = interceptors;
        this.rules = rules;
        this.problems = problems;
    }

    /** The handlers of an object; those with problems are left out. */
    static List<Handler> read(Object target, List<Interceptor> interceptors, Rules rules, Consumer<String> problems) {
        HandlerClass reader = new HandlerClass(target, interceptors, rules, problems);
        reader.readClass();
        return reader.handlers;
    }

    private void readClass() {
        Class<?> type = target.getClass();
        boolean any = isAnnotated(type);
        if (any) {
            onePublicMethod(type).ifPresent(method -> addAll(method, type, type.getSimpleName()));
        }
        for (Method method : methods(type)) {
            if (isAnnotated(method)) {
                any = true;
                addAll(method, method, MethodShape.of(method).name());
            }
        }
        if (!any && !(target instanceof Interceptor)) {
            problems.accept(type.getSimpleName() + " has no @OnMessage, @OnTask or @OnPost; annotate a method, or the"
                    + " class where its one public method handles the event");
        }
    }

    private static boolean isAnnotated(AnnotatedElement element) {
        return Declaration.annotations().stream().anyMatch(element::isAnnotationPresent);
    }

    /** What a broken pattern would bind is not known, so nothing more is said of its method. */
    private void addAll(Method method, AnnotatedElement annotated, String place) {
        List<String> found = new ArrayList<>();
        List<Declaration> declarations = Declaration.of(Annotated.of(annotated), found::add);
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
            problems.accept(Declaration.notOneMethod(
                    type.getSimpleName(),
                    candidates.stream().map(Method::getName).toList()));
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    private void add(Method method, Declaration declaration) {
        MethodShape shape = MethodShape.of(method);
        List<String> found = new ArrayList<>();
        List<Binding> bindings = Signature.check(shape, declaration, found::add);
        found.forEach(naming(shape.name()));
        if (found.isEmpty()) {
            open(method, shape.name(), bindings, declaration);
        }
    }

    private void open(Method method, String name, List<Binding> bindings, Declaration declaration) {
        try {
            method.setAccessible(true);
            List<Argument> arguments = IntStream.range(0, bindings.size())
                    .mapToObj(i -> Argument.of(method.getParameters()[i], bindings.get(i)))
                    .toList();
            String command = declaration instanceof OfMessages messages
                    ? messages.command().name()
                    : "";
            Guard guard = guard(command, method, declaration, naming(name));
            boolean skipsLate = declaration instanceof OfMessages messages && messages.late() == Late.SKIP;
            Around around = new Around(command, guard, skipsLate, interceptors);
            handlers.add(
                    new Handler(new HandlerMethod(target, method, arguments, around), declaration.bound(bindings)));
        } catch (RuntimeException e) {
            naming(name).accept("cannot be reached: " + e.getMessage() + "; open its package to dev.spacesbot");
        }
    }

    /** Whoever is refused hears of it only where they wrote something to be answered. */
    private @Nullable Guard guard(String command, Method method, Declaration declaration, Consumer<String> found) {
        if (!declaration.refusable()) {
            return null;
        }
        boolean watches =
                declaration instanceof OfPresence || (declaration instanceof OfMessages messages && messages.always());
        Guard guard = Guard.of(command, method, target.getClass(), rules, found);
        return guard != null && watches ? guard.quietly() : guard;
    }

    private Consumer<String> naming(String place) {
        return problem -> problems.accept(place + ": " + problem);
    }
}
