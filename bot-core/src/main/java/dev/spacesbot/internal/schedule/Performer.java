package dev.spacesbot.internal.schedule;

import dev.spacesbot.event.Space;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what has fallen due: the runtime, as the times see it. */
public interface Performer {

    /** Whether there is an {@code @OnReminder} of that name. */
    boolean knows(String reminder);

    /**
     * Says or runs what was put off; already in the lane of its space. Deals with failures.
     *
     * @return null where that is done, else a stage that completes once it is
     */
    @Nullable
    CompletionStage<?> perform(Reminder reminder);

    /**
     * Runs a handler; already in its lane. Deals with failures.
     *
     * @param space where, or null where it runs for none
     * @return null where that is done, else a stage that completes once it is
     */
    @Nullable
    CompletionStage<?> perform(TimedHandler handler, @Nullable Space space);

    /** The spaces that the bot is in right now. */
    Set<Space> joined();

    /** Adds a turn to the lane of a space, or to another of that name; returns false where the lane is full. Never waits. */
    boolean submit(String lane, Supplier<@Nullable CompletionStage<?>> turn);
}
