package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.dispatch.Occasion;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Lets each line of the log tell which space and which message it is about. */
final class LogContext {

    private LogContext() {}

    /** Runs a turn with its occasion in the log's context. */
    static @Nullable CompletionStage<?> during(Occasion occasion, Lanes.Turn turn) {
        if (occasion.space() != null) {
            MDC.put("space", occasion.space().id());
        }
        if (occasion.event() != null) {
            MDC.put("message", occasion.event().id());
        }
        try {
            return turn.run();
        } finally {
            MDC.remove("space");
            MDC.remove("message");
            // A handler that was interrupted, or interrupted itself, must not disturb the next one on this thread.
            Thread.interrupted();
        }
    }
}
