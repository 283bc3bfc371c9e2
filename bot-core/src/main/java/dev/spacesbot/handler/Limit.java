package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often a handler may be used. On a class, for each of its handlers that does not say otherwise, and for the classes that extend it; a configuration may put
 * its own rule in place of it under {@code commands}. Who is over the limit gets a polite line for an answer, at most once
 * in {@link #per()} and space, and the handler is not run. The time begins with the first use; when it is over, all uses are there
 * again.
 *
 * <p>On a method that nobody sets off by what they write or do, such as one for a time, it is a mistake, told at the start.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Limit {

    /** How many times; at least 1. */
    int value();

    /** In what time, such as {@code 1m}, {@code 30s} or {@code 2 hours}. */
    String per();

    /** Whose uses are counted together. */
    By by() default By.USER;

    /** Whose uses are counted together. */
    enum By {
        /** Those of one person, wherever. */
        USER,
        /** Those in one space, whoever. */
        SPACE,
        /** All. */
        BOT
    }
}
