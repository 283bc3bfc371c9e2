package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.SpaceEvent;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handler chosen for an event, with what the event's text gave for its placeholders. */
public final class Invocation {

    private final HandlerMethod method;
    private final Captures captures;
    private final String usage;

    Invocation(HandlerMethod method, Captures captures, String usage) {
        this.method = method;
        this.captures = captures;
        this.usage = usage;
    }

    /** The handler's class and method, such as {@code Greeter.hello}. */
    public String handler() {
        return method.name();
    }

    /**
     * Invokes the handler and gives its replies to {@code out}, in order.
     *
     * @return null where all is said; else a stage that completes once it is, or with what the handler failed
     * @throws Throwable whatever the handler threw
     */
    public @Nullable CompletionStage<?> run(SpaceEvent event, Spaces spaces, Consumer<Reply> out) throws Throwable {
        return Replies.collect(method.invoke(new Call(event, captures, spaces), usage), out);
    }
}
