package dev.spacesbot;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does later, in the space that it is told in. A handler gets it as a parameter.
 *
 * <p>What is put off is data, so that it can outlive the process: a reply to say, or the name of a method with
 * {@link dev.spacesbot.handler.OnReminder} and a value for it, which is kept as JSON.
 */
public interface Schedule {

    /** Says a reply once that long has passed. Returns an id to {@link #cancel} it by. */
    String in(Duration delay, Reply reply);

    /** Says a reply at that time; at once where it has passed. */
    String at(Instant time, Reply reply);

    /**
     * Runs the {@code @OnReminder} of that name once that long has passed.
     *
     * @throws IllegalArgumentException where there is none of that name, or the value cannot be kept
     */
    String in(Duration delay, String reminder, @Nullable Object value);

    /** Runs the {@code @OnReminder} of that name at that time; at once where it has passed. */
    String at(Instant time, String reminder, @Nullable Object value);

    /** Forgets what was put off; returns false where it has run already or is not known. */
    boolean cancel(String id);
}
