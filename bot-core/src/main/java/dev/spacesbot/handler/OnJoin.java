package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a method each time that the bot has come into a space. It takes the {@code Space}; what it returns is said there. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnJoin {

    /** Whether to run again where the bot comes back into a space after a lost connection. */
    boolean again() default false;
}
