package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.HandlerException;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.internal.declare.Declaration;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reflections.Reflections;
import org.reflections.scanners.Scanners;
import org.reflections.util.ConfigurationBuilder;
import org.reflections.util.FilterBuilder;

/**
 * Finds the handler classes of a bot, makes their objects and puts them into a router.
 *
 * @param given objects and classes given by name; a class is made into an object
 * @param packages packages to scan, with those below them
 * @param services objects that constructors may take, by type
 */
public record Handlers(List<Object> given, List<String> packages, List<Object> services) {

    /**
     * The router over all handlers, for a bot that behaves by these rules.
     *
     * @throws HandlerException with everything that is wrong with them
     */
    public Router router(Rules rules) {
        List<String> problems = new ArrayList<>();
        List<Object> targets = new ArrayList<>();
        for (Object source : sources(problems)) {
            Object target = source instanceof Class<?> type ? make(type, problems) : source;
            if (target != null) {
                targets.add(target);
            }
        }
        List<Interceptor> interceptors = targets.stream()
                .filter(Interceptor.class::isInstance)
                .map(Interceptor.class::cast)
                .sorted(Comparator.comparingInt(Interceptor::order))
                .toList();
        List<Handler> handlers = targets.stream()
                .flatMap(target -> HandlerClass.read(target, interceptors, problems::add).stream())
                .toList();
        Router router = new Router(handlers, rules, problems::add);
        if (problems.isEmpty() && handlers.isEmpty()) {
            problems.add("there is no handler; name their packages under `handlers`, or give them to the builder");
        }
        if (!problems.isEmpty()) {
            throw new HandlerException(problems);
        }
        return router;
    }

    private Set<Object> sources(List<String> problems) {
        Set<Object> sources = new LinkedHashSet<>(given);
        for (String name : packages) {
            Set<Class<?>> found = scan(name);
            if (found.isEmpty()) {
                problems.add("package " + name + ": no handler class found; is it on the class path and spelt right?");
            }
            sources.addAll(found);
        }
        return sources;
    }

    private static Set<Class<?>> scan(String packageName) {
        Reflections reflections = new Reflections(new ConfigurationBuilder()
                .forPackage(packageName)
                .filterInputsBy(new FilterBuilder().includePackage(packageName))
                .setScanners(Scanners.TypesAnnotated, Scanners.MethodsAnnotated));
        Set<Class<?>> classes = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Class<? extends Annotation> annotation : Declaration.annotations()) {
            classes.addAll(reflections.getTypesAnnotatedWith(annotation));
            reflections.getMethodsAnnotatedWith(annotation).stream()
                    .map(Method::getDeclaringClass)
                    .forEach(classes::add);
        }
        // An abstract class is there for those below it; what they inherit is read with them.
        classes.removeIf(type -> Modifier.isAbstract(type.getModifiers()));
        return classes;
    }

    private @Nullable Object make(Class<?> type, List<String> problems) {
        String name = type.getSimpleName();
        if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
            problems.add(
                    name + " cannot be made: it is an inner class; make it static, or move it to a file of its own");
            return null;
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            problems.add(name + " cannot be made: it is abstract; give a class that extends it");
            return null;
        }
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) {
            problems.add(name + " cannot be made: it must have one constructor, it has " + constructors.length);
            return null;
        }
        return make(constructors[0], name, problems);
    }

    private @Nullable Object make(Constructor<?> constructor, String name, List<String> problems) {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : constructor.getParameterTypes()) {
            Optional<Object> service =
                    services.stream().filter(type::isInstance).findFirst();
            if (service.isEmpty()) {
                problems.add(name + " cannot be made: its constructor takes a " + type.getSimpleName()
                        + "; give one to Bot.builder().service(…)");
                return null;
            }
            arguments.add(service.get());
        }
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            problems.add(name + " cannot be made: its constructor threw " + e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            problems.add(name + " cannot be made: " + e.getMessage());
        }
        return null;
    }
}
