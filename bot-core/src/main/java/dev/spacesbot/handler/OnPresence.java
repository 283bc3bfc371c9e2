package dev.spacesbot.handler;

import dev.spacesbot.event.Presence;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles people coming into a space, leaving it, or typing there. On a method of any visibility; on a class, its one public
 * method handles them. The bot's own coming and going is not told.
 *
 * <p>Nobody asked for an answer, so be sparing with them. Where more happens than the handlers keep up with, presence is
 * dropped and messages are not. Return values are those of {@link OnMessage}.
 *
 * <pre>{@code
 * @OnPresence(on = Presence.Kind.ENTERED)
 * Optional<String> welcome(User sender) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnPresence {

    /** What to hear of; typing, which is told every few moments, only where it is named. */
    Presence.Kind[] on() default {Presence.Kind.ENTERED, Presence.Kind.LEFT};
}
