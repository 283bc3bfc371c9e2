package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a record to the {@code settings} of the configuration, for handlers to take in their constructors. Each component
 * takes the key of its name; one that is no {@code Optional} and has no key is told at the start, as a wrong value is.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Settings {

    /** The section below {@code settings}, such as {@code jira} or {@code jira.login}; all of it unless given. */
    String value() default "";
}
