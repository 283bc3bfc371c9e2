package dev.spacesbot.handler;

import dev.spacesbot.event.Change;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles chat messages. On a method of any visibility; on a class, its one public method handles them.
 *
 * <p>Of all the handlers that fit a message, one answers: the one whose template fits word for word the longest, else
 * one whose regular expression fits, else the one without a pattern. Matching sees plain text: without markup, and
 * without a mention of the bot in front.
 *
 * <pre>{@code
 * @OnMessage("deploy {service} to {env}")
 * String deploy(String service, Stage env, User sender) { … }
 * }</pre>
 *
 * <p>What the method returns is the reply: {@code String}, {@link dev.spacesbot.Reply}, or {@code Optional},
 * {@code Iterable}, {@code Stream} or {@code CompletionStage} of these; {@code void} or null for none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnMessage {

    /**
     * Templates, any of which may fit. Words match without regard to case; <code>{name}</code> stands for one word, or
     * several in quotes, and binds the parameter of that name; <code>{name...}</code>, only at the end, for all the
     * rest. Empty for whatever no other handler matched.
     */
    String[] value() default {};

    /**
     * A regular expression for the whole text, in RE2's syntax, which matches in linear time. A named group
     * <code>(?P&lt;name&gt;…)</code> binds the parameter of that name. Not together with templates.
     */
    String regex() default "";

    /** Whether to see every message, besides the handler that answers it. Not together with a pattern. */
    boolean always() default false;

    /** New messages, changed ones, or both. An edited message is not answered again unless this says so. */
    Change[] on() default Change.CREATED;

    /** To whom it must be said. */
    Addressed addressed() default Addressed.AS_CONFIGURED;

    /**
     * The step of a conversation that this belongs to: it answers only while {@link dev.spacesbot.Session#next} has set this
     * step for whoever writes, and goes before what has no step. Empty for none.
     */
    String during() default "";

    /** What becomes of a message that the bot missed and finds later. */
    Late late() default Late.HANDLE;

    /** The name for the help and for the configuration's {@code commands}; the template's first words unless given. */
    String name() default "";

    /** What it does, in one line, for the help. */
    String description() default "";

    /** How one would write it, for the help. */
    String example() default "";
}
