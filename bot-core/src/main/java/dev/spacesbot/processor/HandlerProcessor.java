package dev.spacesbot.processor;

import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.internal.declare.Declaration;
import dev.spacesbot.internal.declare.MethodShape;
import dev.spacesbot.internal.declare.Problems;
import dev.spacesbot.internal.declare.Signature;
import dev.spacesbot.internal.guard.Stated;
import dev.spacesbot.processor.CompiledTypes.MissingTypeException;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.lang.annotation.IncompleteAnnotationException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports mistakes in handlers as errors of the compiler, where they can be known then: a template that names no parameter, a
 * type that nothing can be bound to, a method that cannot be a handler, a limit of no time. The same rules, in the same words, hold at the start
 * of a bot, so whoever compiles without it loses nothing but time.
 */
public final class HandlerProcessor extends AbstractProcessor {

    private static final Set<String> HANDLERS =
            Declaration.annotations().stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> GUARDS = Set.of(Allow.class.getName(), Limit.class.getName());

    /** The classes that something is missing for, by name. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** What there is to say of the class that is being checked. */
    private final List<Runnable> reports = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.concat(HANDLERS.stream(), GUARDS.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<String> classes = new LinkedHashSet<>(waiting);
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(element -> classes.add(nameOfClass(element)));
        }
        waiting.clear();
        if (!round.processingOver()) {
            classes.forEach(this::checkAll);
        }
        // Others may want to see these annotations as well.
        return false;
    }

    private static String nameOfClass(Element element) {
        Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
        return type instanceof TypeElement named ? named.getQualifiedName().toString() : "";
    }

    /** Checks a class and its methods; by its name, since the compiler makes it anew for each round. */
    private void checkAll(String name) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
        if (type == null || type.getKind() == ElementKind.ANNOTATION_TYPE) {
            return;
        }
        reports.clear();
        try {
            checkGuards(type);
            if (hasAny(type, HANDLERS)) {
                checkClass(type);
            }
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                checkGuards(method);
                if (hasAny(method, HANDLERS)) {
                    check(method, method);
                }
            }
        } catch (MissingTypeException | AnnotationTypeMismatchException | IncompleteAnnotationException e) {
            // Another processor may be about to write it. Where nobody does, the compiler says what is missing.
            waiting.add(name);
            return;
        }
        reports.forEach(Runnable::run);
    }

    private void checkClass(TypeElement type) {
        List<ExecutableElement> candidates = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.PUBLIC)
                        && !method.getModifiers().contains(Modifier.STATIC))
                .toList();
        if (candidates.size() == 1) {
            check(candidates.get(0), type);
        } else if (!candidates.isEmpty() || inheritsNothing(type)) {
            List<String> names = candidates.stream()
                    .map(method -> method.getSimpleName().toString())
                    .toList();
            print(
                    type,
                    annotation(type, HANDLERS),
                    Declaration.notOneMethod(type.getSimpleName().toString(), names));
        }
    }

    /** Where a class inherits, only the start can tell which method is meant. */
    private static boolean inheritsNothing(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getSuperclass().toString().equals(Object.class.getName());
    }

    private void checkGuards(Element element) {
        if (!hasAny(element, GUARDS)) {
            return;
        }
        String name = element instanceof ExecutableElement method
                ? new CompiledTypes(processingEnv).shape(method).name()
                : element.getSimpleName().toString();
        Allow allow = element.getAnnotation(Allow.class);
        if (allow != null) {
            Stated.access(allow, problem -> error(element, Allow.class, name + ": " + problem));
        }
        Limit limit = element.getAnnotation(Limit.class);
        if (limit != null) {
            Stated.quota(limit, problem -> error(element, Limit.class, name + ": " + problem));
        }
    }

    private void check(ExecutableElement method, Element annotated) {
        CompiledTypes types = new CompiledTypes(processingEnv);
        MethodShape shape = types.shape(method);
        List<String> found = new ArrayList<>();
        List<Declaration> declarations = Declaration.of(types.annotations(annotated), found::add);
        found.forEach(problem -> error(annotated, shape.name(), problem));
        if (found.isEmpty()) {
            declarations.forEach(declaration -> Signature.check(shape, declaration, at(method, shape)));
        }
    }

    private Problems at(ExecutableElement method, MethodShape shape) {
        return new Problems() {
            @Override
            public void add(String problem) {
                error(method, shape.name(), problem);
            }

            @Override
            public void add(MethodShape.Parameter parameter, String problem) {
                int index = shape.parameters().indexOf(parameter);
                print(method.getParameters().get(index), null, shape.name() + ": " + problem);
            }
        };
    }

    private void error(Element element, Class<?> at, String problem) {
        print(element, annotation(element, Set.of(at.getName())), problem);
    }

    private void error(Element element, String name, String problem) {
        print(element, annotation(element, HANDLERS), name + ": " + problem);
    }

    private void print(Element element, @Nullable AnnotationMirror annotation, String problem) {
        reports.add(
                () -> processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, problem, element, annotation));
    }

    private static boolean hasAny(Element element, Set<String> names) {
        return !annotations(element, names).isEmpty();
    }

    /** The one of these annotations that is there; null where there are none or several. */
    private static @Nullable AnnotationMirror annotation(Element element, Set<String> names) {
        List<AnnotationMirror> found = annotations(element, names);
        return found.size() == 1 ? found.get(0) : null;
    }

    private static List<AnnotationMirror> annotations(Element element, Set<String> names) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement type
                        && names.contains(type.getQualifiedName().toString()))
                .<AnnotationMirror>map(mirror -> mirror)
                .toList();
    }
}
