package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Reply;
import dev.spacesbot.internal.command.Captures;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handler chosen for an occasion, with what a text gave for its placeholders. */
public final class Invocation {

    private final Action action;
    private final Captures captures;
    private final String usage;

    Invocation(Action action) {
        this(action, Captures.NONE, "");
    }

    Invocation(Action action, Captures captures, String usage) {
        this.action = action;
        this.captures = captures;
        this.usage = usage;
    }

    /** The handler's class and method, such as {@code Greeter.hello}; or what the bot does by itself, such as {@code help}. */
    public String handler() {
        return action.name();
    }

    /** Whether the handler leaves out messages that are found later. */
    public boolean skipsLate() {
        return action.skipsLate();
    }

    /**
     * Invokes the handler and gives its replies to {@code out}, in order.
     *
     * @return null where all is said; else a stage that completes once it is, or with what the handler failed
     * @throws Throwable whatever the handler threw
     */
    public @Nullable CompletionStage<?> run(Occasion occasion, Context context, Consumer<Reply> out) throws Throwable {
        return Replies.collect(action.run(new Call(occasion, captures, context), usage), out);
    }
}
