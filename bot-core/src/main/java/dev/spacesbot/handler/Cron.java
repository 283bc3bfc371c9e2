package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method at the times of a cron expression. What it may take and return, and what becomes of a run while the last one is
 * still going, is as with {@link Every}.
 *
 * <p>Where clocks are put forward, a time that they leave out counts as the moment after; where they are put back, a time that
 * comes twice counts once. An expression whose hour begins with {@code *} goes by the hours that pass instead.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cron {

    /**
     * Five fields: minute, hour, day of month, month, day of week; such as {@code 0 9 * * MON-FRI}. Where both days are given,
     * either may fit.
     */
    String value();

    /** The time zone, such as {@code Europe/Paris}; that of the configuration unless given. */
    String zone() default "";

    /** What becomes of a time that passed while the bot was not running; or not connected, where it runs for each space. */
    Misfire misfire() default Misfire.SKIP;
}
