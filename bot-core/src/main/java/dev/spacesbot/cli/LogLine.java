package dev.spacesbot.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Lays out an event as one line: time, level, the logger's last name, the space and the message it is about, the text.
 * What follows it, such as a stack trace, is indented, so that no text can pass for a line of its own.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final String INDENT = "\n    ";

    private final DateTimeFormatter time =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        time.formatTo(event.getInstant(), line);
        line.append(' ').append(String.format("%-5s", event.getLevel())).append(' ');
        String logger = event.getLoggerName();
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length());
        appendSubject(line, event.getMDCPropertyMap());
        line.append(" - ");
        appendIndented(line, String.valueOf(event.getFormattedMessage()));
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            appendIndented(line, "\n" + ThrowableProxyUtil.asString(thrown).stripTrailing());
        }
        return line.append('\n').toString();
    }

    private static void appendSubject(StringBuilder line, Map<String, String> subject) {
        String space = subject.get("space");
        String message = subject.get("message");
        if (space != null || message != null) {
            line.append(" [");
            line.append(space == null ? "" : "space " + space);
            line.append(space == null || message == null ? "" : ", ");
            line.append(message == null ? "" : "message " + message);
            line.append(']');
        }
    }

    private static void appendIndented(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append(INDENT);
            } else if (c == '\t' || !Character.isISOControl(c)) {
                line.append(c);
            } else if (c != '\r') {
                line.append('?');
            }
        }
    }
}
