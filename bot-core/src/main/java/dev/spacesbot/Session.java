package dev.spacesbot;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bot remembers of one person in one space, across messages. A handler gets it as a parameter. Messages of a space are
 * handled one after the other, so two of one person never race.
 *
 * <p>Values are kept as JSON: records, strings, numbers, lists and maps of these. All of it is forgotten once nobody has
 * touched it for {@link #DEFAULT_EXPIRY}, unless the handler says otherwise.
 */
public interface Session {

    /** How long an untouched session is kept. */
    Duration DEFAULT_EXPIRY = Duration.ofMinutes(30);

    /** The step that the conversation is at; empty where it is at none. */
    String step();

    /**
     * Sets the step: what this person says next goes to the handler with {@code during} of that name.
     *
     * @throws IllegalArgumentException where no handler has it
     */
    void next(String step);

    /** Ends the conversation: no step any more, no values. */
    void done();

    /**
     * A value.
     *
     * @throws IllegalStateException where what is kept is no such value
     */
    <T> Optional<T> get(String name, Class<T> type);

    /** Keeps a value; null forgets it. */
    void put(String name, @Nullable Object value);

    /** Keeps the session for that long from now, and from each further touch. */
    void expireAfter(Duration time);
}
