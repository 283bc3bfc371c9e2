package dev.spacesbot.handler;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a handler, as an {@link Interceptor} sees it. */
public interface HandlerCall {

    /** The handler's class and method, such as {@code Greeter.hello}. */
    String handler();

    /** The name of the command, such as {@code deploy}; empty where the handler is none. */
    String command();

    /** What set it off; empty where that was the time, the start or the stop. */
    Optional<SpaceEvent> event();

    /** Where; empty where it runs for no space. */
    Optional<Space> space();

    /** Who wrote; empty where nobody did. */
    Optional<User> sender();

    /**
     * Runs the next interceptor, or the handler. At most once.
     *
     * @throws Exception what the handler threw
     */
    @Nullable
    Object proceed() throws Exception;
}
