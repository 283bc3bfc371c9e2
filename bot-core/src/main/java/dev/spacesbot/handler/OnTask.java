package dev.spacesbot.handler;

import dev.spacesbot.event.Change;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles tasks. On a method of any visibility; on a class, its one public method handles them.
 *
 * <p>A reply to a task is a comment on it. Return values are those of {@link OnMessage}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnTask {

    /** New tasks, changed ones, or both. */
    Change[] on() default Change.CREATED;
}
