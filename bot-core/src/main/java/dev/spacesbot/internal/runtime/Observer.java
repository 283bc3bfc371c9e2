package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Told what becomes of events and replies; for tests, figures and the playground. Called on many threads; must be quick. */
public interface Observer {

    /** Wants to know nothing. */
    Observer NONE = new Observer() {};

    /** There is a connection, the first or another one. */
    default void connected() {}

    /** The handling of a message, task or post begins; {@code late} where it was found in the history. */
    default void received(SpaceEvent event, boolean late) {}

    /** A handler was through, well or not, after that time. */
    default void ran(String handler, Duration time) {}

    /** An event is handled and its replies are on their way; {@code handlers} is empty where none took it. */
    default void handled(SpaceEvent event, List<String> handlers) {}

    /** No handler took an event; {@code why} says so to the author, and costs something to find out. */
    default void passedOver(SpaceEvent event, Supplier<String> why) {}

    /** A handler failed, or what it said was not sent. */
    default void failed(Failure failure) {}

    /** A reply, or something on the bot's own initiative, is on its way. */
    default void said() {}

    /** The service has a reply. */
    default void confirmed() {}

    /** A reply will never be sent, or an event never handled. */
    default void parked() {}

    /** So many messages are not answered, since more were missed than {@code catchUp.maxMessages}. */
    default void leftOut(int messages) {}

    /** What was said in a space for a while is not answered, since it was missed longer ago than {@code catchUp.maxAge}. */
    default void tooLongPast() {}

    /** Tells both. */
    default Observer and(Observer other) {
        return new Both(this, other);
    }
}
