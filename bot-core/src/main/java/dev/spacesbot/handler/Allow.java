package dev.spacesbot.handler;

import dev.spacesbot.event.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a handler. On a class, for each of its handlers that does not say otherwise, and for the classes that extend it; a configuration may put its own
 * rule in place of it under {@code commands}. Others get a polite line for an answer, and find nothing of it in the help.
 *
 * <p>Whoever is named under {@code users} <em>or</em> has one of the {@code roles} may, in the {@code spaces} that are named.
 * What is left empty asks for nothing.
 *
 * <p>On a method that nobody sets off by what they write or do, such as one for a time, it is a mistake, told at the start.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {

    /** Ids of users, or user names in any case. Guests choose theirs themselves, so for them only the id counts. */
    String[] users() default {};

    /** Roles in the space that the message comes from. */
    Role[] roles() default {};

    /** Ids of spaces. */
    String[] spaces() default {};
}
