package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method at the times of a cron expression. What it may take and return is as with {@link Every}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cron {

    /** Five fields: minute, hour, day of month, month, day of week; such as {@code 0 9 * * MON-FRI}. */
    String value();

    /** The time zone, such as {@code Europe/Paris}; that of the configuration unless given. */
    String zone() default "";

    /** What becomes of a time that passed while the bot was not running. */
    Misfire misfire() default Misfire.SKIP;
}
