package dev.spacesbot;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does later, in the space that it is told in. A handler gets it as a parameter.
 *
 * <p>What is put off is data, so that it can outlive the process: a reply to say, or the name of a method with
 * {@link dev.spacesbot.handler.OnReminder} and a value for it, which is kept as JSON. It is put off once the handler is
 * through, and not where it threw; what is put off later than that, from another thread, at once.
 *
 * <p>What falls due at one time is done in the order in which it was put off. What falls due while the bot is not running is made up for at the next start, where the bot's store outlives the process. A
 * reply is kept until the service has it, so after a crash it may come twice rather than never. Where the bot has left the
 * space by then, it is forgotten.
 */
public interface Schedule {

    /**
     * Says a reply once that long has passed; at once where it is negative. Files go along by their path alone.
     *
     * @return an id to {@link #cancel} it by
     * @throws IllegalArgumentException where the reply cannot be kept, or it would be more than 36,500 days
     */
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

    /** Forgets what was put off; returns false where it has run already, is running, or is not known. */
    boolean cancel(String id);
}
