package dev.spacesbot;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bot remembers of one person in one space, across messages. A handler gets it as a parameter. Messages of a space are
 * handled one after the other, so two of one person never race.
 *
 * <p>What a handler does to it is kept once the handler is through, and so is the {@code CompletionStage} that it returned: all
 * of it together with what it put off by {@link Schedule}, and nothing of either where it threw. After that a change is an
 * {@link IllegalStateException}.
 *
 * <p>Values are kept as JSON: records, strings, numbers, times, {@code Optional}, lists and maps of these; all of them together
 * up to a million characters. A record that has lost or gained a component since still reads what was kept before. All of it
 * is forgotten once no handler has used it for {@link #DEFAULT_EXPIRY}, unless a handler says otherwise.
 */
public interface Session {

    /** How long a session is kept that no handler uses. */
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
     * A value; empty where none is kept under that name. For a list of records, keep a record that has the list.
     *
     * @throws IllegalStateException where what is kept is no such value
     */
    <T> Optional<T> get(String name, Class<T> type);

    /**
     * Keeps a value, as it is now; null forgets it.
     *
     * @throws IllegalArgumentException where it cannot be written as JSON
     */
    void put(String name, @Nullable Object value);

    /** Keeps the session for that long from now, and from each further use; longer than nothing, at most 36,500 days. */
    void expireAfter(Duration time);
}
