package dev.spacesbot.internal.schedule;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.store.Change;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runtime, as what falls due sees it. */
public interface Performer {

    /**
     * Says what was put off; already in the lane of its space.
     *
     * @param removal to be made together with keeping that it is to be said
     * @return completes once the service has it, or will never have it
     * @throws RuntimeException where neither can be kept; then it is not said
     */
    CompletionStage<?> say(Reminder reminder, Reply reply, Change removal);

    /**
     * Runs the handler of what was put off; already in the lane of its space. Deals with failures.
     *
     * @param removal to be made together with what the handler changes
     * @return null where that is done, else a stage that completes once it is
     */
    @Nullable
    CompletionStage<?> perform(Reminder reminder, Change removal);

    /** Whether there is a connection right now. */
    boolean isConnected();

    /** The spaces that the bot is in right now. May wait for the service to tell their titles. */
    Set<Space> joined();

    /** Adds a turn to the lane of a space, or to another of that name; returns false where the lane is full. Never waits. */
    boolean submit(String lane, Supplier<@Nullable CompletionStage<?>> turn);
}
