package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles what was put off by {@link dev.spacesbot.Schedule}. It runs in turn with the messages of the space that it was put
 * off in, and what it returns is said there. A parameter that is none of those known by type takes the value that was kept;
 * {@code User} and {@code Session} are those of whoever set off the handler that put it off.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnReminder {

    /** The name that it was put off under. */
    String value();
}
