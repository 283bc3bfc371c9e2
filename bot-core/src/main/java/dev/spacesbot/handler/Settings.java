package dev.spacesbot.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a record to the {@code settings} of the configuration, for handlers to take in their constructors. Each component
 * takes the key of its name; one that is no {@code Optional} and has no key is told at the start, as a wrong value is.
 *
 * <p>A component may be a {@code String}, a number ({@code int}, {@code long}, {@code double}), a {@code boolean}, an enum, a
 * {@code Duration} such as {@code 10m}, a {@code LocalTime}, {@code LocalDate}, {@code ZoneId} or {@code URI}, a {@code Path}
 * (which begins where the file is), a {@code dev.spacesbot.config.Secret} (which prints as {@code ***}), a record whose
 * components are such again, or an {@code Optional}, {@code List} or {@code Map<String, …>} of these. The record's own
 * constructor may refuse values with an {@code IllegalArgumentException}, which is told in the same report.
 *
 * <pre>{@code
 * @Settings("jira")
 * record Jira(URI url, Secret token, Optional<Duration> patience) {}
 * }</pre>
 *
 * <p>In a test, give the record itself to the builder's {@code service(…)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Settings {

    /** The section below {@code settings}, such as {@code jira} or {@code jira.login}; all of it unless given. */
    String value() default "";
}
