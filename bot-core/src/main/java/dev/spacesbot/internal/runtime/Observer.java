package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told what becomes of events; for tests and the playground. Called on the threads of the lanes; must be quick. */
public interface Observer {

    /** Wants to know nothing. */
    Observer NONE = new Observer() {};

    /** An event is handled and its replies are on their way; {@code handlers} is empty where none took it. */
    default void handled(SpaceEvent event, List<String> handlers) {}

    /** A handler failed; {@code event} is null where the time, the start or the stop set it off. */
    default void failed(@Nullable SpaceEvent event, String handler, Throwable error) {}
}
