package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import java.util.List;

/** Told what becomes of events; for tests and the playground. Called on the threads of the lanes; must be quick. */
public interface Observer {

    /** Wants to know nothing. */
    Observer NONE = new Observer() {};

    /** An event is handled and its replies are on their way; {@code handlers} is empty where none took it. */
    default void handled(SpaceEvent event, List<String> handlers) {}

    /** A handler failed, or what it said was not sent. */
    default void failed(Failure failure) {}

    /** Tells both. */
    default Observer and(Observer other) {
        Observer one = this;
        return new Observer() {
            @Override
            public void handled(SpaceEvent event, List<String> handlers) {
                one.handled(event, handlers);
                other.handled(event, handlers);
            }

            @Override
            public void failed(Failure failure) {
                one.failed(failure);
                other.failed(failure);
            }
        };
    }
}
