package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Presence;
import dev.spacesbot.internal.text.Durations;
import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the details of failures in a space of their own: the first of a handler at once; of those that follow soon, how many
 * they were. What cannot be told there is in the log anyway. Safe for use by several threads.
 */
final class FailureReports implements Observer {

    /** How often a handler is heard of, at most. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(FailureReports.class);

    private final Function<Reply, CompletionStage<?>> sending;
    private final Timers timers;
    private final UnaryOperator<String> masked;
    /** How many more there were of each handler that was heard of lately. */
    private final Map<String, Integer> left = new HashMap<>();

    /** {@code masked} takes secrets out of a text. */
    FailureReports(Function<Reply, CompletionStage<?>> sending, Timers timers, UnaryOperator<String> masked) {
        this.sending = sending;
        this.timers = timers;
        this.masked = masked;
    }

    @Override
    public void failed(Failure failure) {
        synchronized (left) {
            if (left.computeIfPresent(failure.handler(), (handler, count) -> count + 1) != null) {
                return;
            }
            left.put(failure.handler(), 0);
        }
        timers.after(PAUSE, () -> pauseIsOver(failure.handler()));
        tell(text(failure));
    }

    private void pauseIsOver(String handler) {
        int more;
        synchronized (left) {
            more = left.getOrDefault(handler, 0);
            if (more == 0) {
                left.remove(handler);
                return;
            }
            left.put(handler, 0);
        }
        timers.after(PAUSE, () -> pauseIsOver(handler));
        tell(handler + " failed " + (more == 1 ? "once more" : more + " more times") + " in " + Durations.inWords(PAUSE)
                + "; the log has the details.");
    }

    private String text(Failure failure) {
        StringBuilder text = new StringBuilder(failure.handler() + " failed (reference " + failure.reference() + ")");
        if (failure.space() != null) {
            String title = failure.space().title();
            text.append("\nspace ").append(failure.space().id());
            text.append(title.isEmpty() ? "" : " (" + title + ")");
        }
        if (failure.event() != null && !(failure.event() instanceof Presence)) {
            text.append("\nmessage ").append(failure.event().id());
        }
        return text.append('\n').append(Trace.of(failure.error(), masked)).toString();
    }

    private void tell(String text) {
        var unused = sending.apply(Reply.text(text)).exceptionally(error -> {
            log.warn("The space for errors did not hear of a failure: {}", error.getMessage());
            return null;
        });
    }
}
