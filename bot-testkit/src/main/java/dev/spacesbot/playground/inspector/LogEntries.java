package dev.spacesbot.playground.inspector;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the log to the inspector, with the space and the message that a line is about. */
public final class LogEntries extends AppenderBase<ILoggingEvent> {

    /** Whole frames are shown anyway. */
    private static final String FRAMES = "dev.spacesbot.frames";

    private static final int MOST = 10_000;

    private final Inspector inspector;

    private LogEntries(Inspector inspector) {
        this.inspector = inspector;
    }

    /** Begins; run the result to end it. Does nothing where the log is not Logback's. */
    public static Runnable begin(Inspector inspector) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return () -> {};
        }
        LogEntries entries = new LogEntries(inspector);
        entries.setContext(context);
        entries.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(entries);
        return () -> {
            root.detachAppender(entries);
            entries.stop();
        };
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLoggerName().equals(FRAMES) || !event.getLevel().isGreaterOrEqual(Level.INFO)) {
            return;
        }
        IThrowableProxy thrown = event.getThrowableProxy();
        String text = event.getFormattedMessage() + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
        ObjectNode entry = Json.object()
                .put("level", event.getLevel().toString())
                .put("logger", event.getLoggerName())
                .put("text", Excerpt.of(text, MOST));
        event.getMDCPropertyMap().forEach((key, value) -> {
            if (key.equals("space") || key.equals("message")) {
                entry.put(key, value);
            }
        });
        inspector.tell("log", entry);
    }
}
