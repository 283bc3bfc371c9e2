package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method again and again, the first time once that long has passed since the bot was connected first.
 *
 * <p>A method that takes a {@link dev.spacesbot.event.Space} runs once for each space that is joined, in turn with that
 * space's messages, and what it returns is said there. Without one it runs once, returns nothing, and says what it has to say
 * by {@link dev.spacesbot.Spaces}. Where the last run is still going or waiting, a run is left out, and the log says so. Of
 * several processes that share a store, one runs it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Every {

    /** How long from one time to the next, such as {@code 15m}, {@code 1h30m} or {@code 2 hours}; at least a second. */
    String value();

    /** What becomes of a time that passed while the bot was not running; or not connected, where it runs for each space. */
    Misfire misfire() default Misfire.SKIP;
}
