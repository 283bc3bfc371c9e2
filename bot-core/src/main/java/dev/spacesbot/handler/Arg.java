package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says more of a parameter that takes a part of a template or regular expression: its name there, where the parameter is
 * called otherwise or classes are compiled without {@code -parameters}, and the bounds of a number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Arg {

    /** The name in the template or the group's name; the parameter's own unless given. */
    String value() default "";

    /** The least number that is allowed, itself included. Only for numbers, and lists of them. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest number that is allowed, itself included. Only for numbers, and lists of them. */
    double max() default Double.POSITIVE_INFINITY;
}
