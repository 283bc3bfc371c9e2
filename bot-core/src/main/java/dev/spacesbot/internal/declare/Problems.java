package dev.spacesbot.internal.declare;

import dev.spacesbot.internal.declare.MethodShape.Parameter;

/** Told what is wrong with one handler; each text is to be read after the handler's name. */
@FunctionalInterface
public interface Problems {

    /** What is wrong with the method or its annotation. */
    void add(String problem);

    /** What is wrong with one of its parameters. */
    default void add(Parameter parameter, String problem) {
        add(problem);
    }
}
