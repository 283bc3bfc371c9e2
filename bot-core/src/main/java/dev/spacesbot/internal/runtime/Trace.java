package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.wire.Excerpt;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An exception in a few lines: its type, its text without secrets, and where it came from. */
final class Trace {

    private static final int CAUSES = 3;
    private static final int LINES = 6;
    private static final int TEXT = 500;
    /** From here on down it is only how a handler is called. */
    private static final String OURS = "dev.spacesbot.internal.";

    private Trace() {}

    static String of(Throwable error, UnaryOperator<String> masked) {
        StringBuilder text = new StringBuilder();
        Throwable at = error;
        for (int i = 0; at != null && i < CAUSES; i++) {
            text.append(i == 0 ? "" : "\ncaused by ").append(head(at, masked)).append(lines(at));
            at = at.getCause();
        }
        return text.toString();
    }

    private static String head(Throwable error, UnaryOperator<String> masked) {
        String message = message(error);
        String name = error.getClass().getName();
        return message == null ? name : name + ": " + Excerpt.of(masked.apply(message), TEXT);
    }

    /** An author's exception may itself fail. */
    private static @Nullable String message(Throwable error) {
        try {
            return error.getMessage();
        } catch (RuntimeException e) {
            return "(no text: " + e.getClass().getName() + ")";
        }
    }

    private static String lines(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .takeWhile(line -> !line.getClassName().startsWith(OURS))
                .filter(line -> !line.getClassName().contains(".reflect."))
                .limit(LINES)
                .map(line -> "\nat " + line)
                .collect(Collectors.joining());
    }
}
