package dev.spacesbot.processor;

import dev.spacesbot.handler.Arg;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.internal.declare.Annotated;
import dev.spacesbot.internal.declare.MethodShape;
import dev.spacesbot.internal.declare.MethodShape.Parameter;
import dev.spacesbot.internal.declare.TypeShape;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.MirroredTypesException;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The shapes of what the compiler sees. */
final class CompiledTypes {

    private final ProcessingEnvironment environment;

    CompiledTypes(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    MethodShape shape(ExecutableElement method) {
        return new MethodShape(
                Objects.requireNonNull(method.getEnclosingElement()).getSimpleName() + "." + method.getSimpleName(),
                method.getModifiers().contains(Modifier.STATIC),
                shape(method.getReturnType()),
                method.getParameters().stream().map(this::parameter).toList());
    }

    private Parameter parameter(VariableElement parameter) {
        Arg arg = parameter.getAnnotation(Arg.class);
        boolean given = arg != null && !arg.value().isEmpty();
        return new Parameter(
                given ? arg.value() : parameter.getSimpleName().toString(), true, shape(parameter.asType()), arg);
    }

    /** The annotations of a class or method. */
    Annotated annotations(Element element) {
        return new Annotated() {
            @Override
            public <A extends Annotation> @Nullable A get(Class<A> type) {
                return element.getAnnotation(type);
            }

            @Override
            public List<TypeShape> errorTypes() {
                OnError error = element.getAnnotation(OnError.class);
                return error == null
                        ? List.of()
                        : named(error).stream().map(CompiledTypes.this::shape).toList();
            }
        };
    }

    /** Classes that are not compiled yet cannot be loaded, which is how the compiler hands over their types. */
    private static List<? extends TypeMirror> named(OnError error) {
        try {
            throw new IllegalStateException("Classes were loaded by the compiler: " + error.value().length);
        } catch (MirroredTypesException e) {
            return e.getTypeMirrors();
        }
    }

    private TypeShape shape(TypeMirror type) {
        requireThere(type);
        if (type.getKind().isPrimitive()) {
            String name = type.getKind().name().toLowerCase(Locale.ROOT);
            return new TypeShape(name, true, List.of(), List.of(), Set.of(name));
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            List<TypeShape> arguments =
                    declared.getTypeArguments().stream().map(this::shape).toList();
            return new TypeShape(binaryName(element), false, arguments, constants(element), supertypes(declared));
        }
        String name = type.toString();
        return new TypeShape(name, false, List.of(), List.of(), Set.of());
    }

    private String binaryName(TypeElement element) {
        return environment.getElementUtils().getBinaryName(element).toString();
    }

    private static List<String> constants(TypeElement element) {
        return element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    private Set<String> supertypes(DeclaredType type) {
        Set<String> names = new LinkedHashSet<>();
        List<TypeMirror> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            TypeMirror next = open.remove(open.size() - 1);
            requireThere(next);
            if (next instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement element
                    && names.add(binaryName(element))) {
                open.addAll(environment.getTypeUtils().directSupertypes(next));
            }
        }
        return Set.copyOf(names);
    }

    private static void requireThere(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new MissingTypeException(type);
        }
    }

    /** A type is not there: it is misspelt, or another processor has yet to write it. */
    static final class MissingTypeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingTypeException(TypeMirror type) {
            super(type.toString());
        }
    }
}
