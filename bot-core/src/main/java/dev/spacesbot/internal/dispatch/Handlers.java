package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.BotConfigException;
import dev.spacesbot.config.Problem;
import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.HandlerException;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.internal.declare.Declaration;
import dev.spacesbot.internal.text.Nearest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.reflections.Reflections;
import org.reflections.scanners.Scanners;
import org.reflections.util.ConfigurationBuilder;
import org.reflections.util.FilterBuilder;

/**
 * Finds the handler classes of a bot, makes their objects and puts them into a router.
 *
 * @param given objects and classes given by name; a class is made into an object
 * @param packages packages to scan, with those below them
 * @param supplies what objects are made from
 */
public record Handlers(List<Object> given, List<String> packages, Supplies supplies) {

    /** With services alone to make objects from. */
    public Handlers(List<Object> given, List<String> packages, List<Object> services) {
        this(given, packages, Supplies.of(services));
    }

    /**
     * The router over all handlers, for a bot that behaves by these rules.
     *
     * @throws HandlerException with everything that is wrong with them
     * @throws BotConfigException with everything that is wrong with their settings; what is wrong with themselves is suppressed
     *     in it
     */
    public Router router(Rules rules) {
        List<String> problems = new ArrayList<>();
        HandlerObjects objects = new HandlerObjects(sources(problems), supplies, problems::add);
        List<Object> targets = objects.all();
        List<Interceptor> interceptors = targets.stream()
                .filter(Interceptor.class::isInstance)
                .map(Interceptor.class::cast)
                .sorted(Comparator.comparingInt(Interceptor::order))
                .toList();
        List<Handler> handlers = targets.stream()
                .flatMap(target -> HandlerClass.read(target, interceptors, rules, problems::add).stream())
                .toList();
        Router router = new Router(handlers, rules, problems::add);
        if (problems.isEmpty() && objects.settingsProblems().isEmpty()) {
            if (handlers.isEmpty()) {
                problems.add("there is no handler; name their packages under `handlers`, or give them to the builder");
            } else {
                unfitting(rules, handlers, problems::add);
            }
        }
        throwIfAny(objects.settingsProblems(), problems);
        return router;
    }

    /** A rule that is misspelt would leave a command open to everybody. */
    private static void unfitting(Rules rules, List<Handler> handlers, Consumer<String> problems) {
        Set<String> commands = handlers.stream()
                .map(handler -> handler.method().around().command())
                .collect(Collectors.toSet());
        for (Rules.ForCommands rule : rules.commands()) {
            if (commands.stream().noneMatch(rule::fits)) {
                problems.accept("the configuration's rule for \"" + rule.names() + "\" fits no command"
                        + Nearest.to(rule.names(), commands)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(""));
            }
        }
    }

    private void throwIfAny(List<Problem> settingsProblems, List<String> problems) {
        if (settingsProblems.isEmpty() && problems.isEmpty()) {
            return;
        }
        HandlerException wrong = new HandlerException(problems);
        if (settingsProblems.isEmpty()) {
            throw wrong;
        }
        BotConfigException report = supplies.settings().exception(settingsProblems);
        if (!problems.isEmpty()) {
            report.addSuppressed(wrong);
        }
        throw report;
    }

    private Set<Object> sources(List<String> problems) {
        Set<Object> sources = new LinkedHashSet<>(given);
        for (String name : packages) {
            Set<Class<?>> found = scan(name);
            if (found.isEmpty()) {
                problems.add("package " + name + ": no handler class found; is it on the class path and spelt right?");
            }
            found.removeIf(type -> given.stream().anyMatch(object -> object.getClass() == type));
            sources.addAll(found);
        }
        return sources;
    }

    private static Set<Class<?>> scan(String packageName) {
        Reflections reflections = new Reflections(new ConfigurationBuilder()
                .forPackage(packageName)
                .filterInputsBy(new FilterBuilder().includePackage(packageName))
                .setScanners(Scanners.TypesAnnotated, Scanners.MethodsAnnotated, Scanners.SubTypes));
        Set<Class<?>> classes = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Class<? extends Annotation> annotation : Declaration.annotations()) {
            classes.addAll(reflections.getTypesAnnotatedWith(annotation));
            reflections.getMethodsAnnotatedWith(annotation).stream()
                    .map(Method::getDeclaringClass)
                    .forEach(classes::add);
        }
        reflections.getSubTypesOf(Interceptor.class).stream()
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .forEach(classes::add);
        // An abstract class is there for those below it; what they inherit is read with them.
        classes.removeIf(type -> Modifier.isAbstract(type.getModifiers()));
        return classes;
    }
}
