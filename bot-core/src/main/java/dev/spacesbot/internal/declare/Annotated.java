package dev.spacesbot.internal.declare;

import dev.spacesbot.handler.OnError;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The annotations of a class or method. */
public interface Annotated {

    /** The annotation of that type; null where there is none. */
    <A extends Annotation> @Nullable A get(Class<A> type);

    /** The types that {@link OnError} names; empty where it is not there. */
    List<TypeShape> errorTypes();

    /** Those of a class or method at run time. */
    static Annotated of(AnnotatedElement element) {
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
                        : Arrays.stream(error.value()).map(TypeShape::of).toList();
            }
        };
    }
}
