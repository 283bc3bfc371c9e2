package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final StackTraceElement AUTHORS =
            new StackTraceElement("com.example.Deploy", "run", "Deploy.java", 7);
    private static final StackTraceElement OURS =
            new StackTraceElement("dev.spacesbot.internal.dispatch.HandlerMethod", "run", "HandlerMethod.java", 3);

    @Test
    void showsWhereItCameFromInTheAuthorsCode() {
        Throwable error = new IllegalStateException("no disk");
        error.setStackTrace(new StackTraceElement[] {
            AUTHORS, new StackTraceElement("java.lang.reflect.Method", "invoke", "Method.java", 1), OURS, AUTHORS
        });

        assertThat(Trace.of(error, UnaryOperator.identity())).isEqualTo("""
                java.lang.IllegalStateException: no disk
                at com.example.Deploy.run(Deploy.java:7)""");
    }

    @Test
    void endsSoon() {
        Throwable inner = new IllegalStateException("x".repeat(10_000));
        Throwable error = new IllegalStateException("a\u202eb\nc", inner);
        inner.initCause(error);
        error.setStackTrace(new StackTraceElement[0]);
        StackTraceElement[] deep = new StackTraceElement[1_000];
        Arrays.fill(deep, AUTHORS);
        inner.setStackTrace(deep);

        assertThat(Trace.of(error, UnaryOperator.identity()))
                .startsWith("java.lang.IllegalStateException: a\\u202eb\\u000ac\ncaused by ")
                .hasLineCount(9)
                .hasSizeLessThan(1_200);
    }

    @Test
    void showsNoSecret() {
        Throwable error = new IllegalStateException("401 for secret-of-ann at https://example.com?access_token=abc");
        error.setStackTrace(new StackTraceElement[0]);

        assertThat(Trace.of(error, text -> text.replace("secret-of-ann", "***")))
                .isEqualTo("java.lang.IllegalStateException: 401 for *** at https://example.com?access_token=***");
    }

    @Test
    void bearsExceptionsWithoutAText() {
        Throwable error = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        };
        error.setStackTrace(new StackTraceElement[0]);

        assertThat(Trace.of(error, UnaryOperator.identity())).endsWith(": (no text: java.lang.IllegalStateException)");
    }
}
