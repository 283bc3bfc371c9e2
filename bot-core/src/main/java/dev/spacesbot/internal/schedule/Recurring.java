package dev.spacesbot.internal.schedule;

import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Misfire;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A handler that runs again and again.
 *
 * @param name its class and method
 * @param rhythm when
 * @param misfire what becomes of a time that passed while the bot was not there
 * @param eachSpace whether it runs once for each joined space; else once, for none
 * @param work what to run
 */
public record Recurring(String name, Rhythm rhythm, Misfire misfire, boolean eachSpace, Work work) {

    /** Runs the handler. */
    public interface Work {

        /**
         * Runs the handler, already in its lane, and deals with its failures.
         *
         * @param space where, or null where it runs for none
         * @return null where that is done, else a stage that completes once it is
         */
        @Nullable
        CompletionStage<?> run(@Nullable Space space);
    }
}
