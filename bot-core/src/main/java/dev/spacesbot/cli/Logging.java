package dev.spacesbot.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintStream;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Sets up Logback for the command line, in code: no file in the jar can get in the way of a program that embeds a bot and
 * has a configuration of its own, and no XML needs to be read at the start. Who brings a {@code logback.xml} keeps it.
 */
final class Logging {

    private static final String OWN = "dev.spacesbot";
    private static final String CONSOLE = "console";
    private static final List<String> QUIET =
            List.of("org.reflections", "org.eclipse.jetty", "io.javalin", "com.zaxxer.hikari", "org.flywaydb");

    private Logging() {}

    /** One line an event to {@code err}; at DEBUG for this project where {@code verbose}. */
    static void toConsole(PrintStream err, boolean verbose) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        if (!configuredByUser()) {
            context.reset();
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.INFO);
            Lines lines = new Lines(context, err);
            lines.start();
            root.addAppender(lines);
            QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        }
        if (verbose) {
            context.getLogger(OWN).setLevel(Level.DEBUG);
        }
    }

    /** Where somebody talks to the bots, what goes as it should is not worth a line. */
    static void onlyTroubleUnless(boolean verbose) {
        if (!verbose && !configuredByUser() && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Appender<ILoggingEvent> console =
                    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE);
            if (console != null) {
                console.addFilter(new OnlyTrouble());
            }
        }
    }

    /** Writes out whatever is still on its way. */
    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    private static boolean configuredByUser() {
        ClassLoader loader = Logging.class.getClassLoader();
        return System.getProperty("logback.configurationFile") != null
                || loader.getResource("logback.xml") != null
                || loader.getResource("logback-test.xml") != null;
    }

    /** The console alone: whoever else listens hears everything. */
    private static final class OnlyTrouble extends Filter<ILoggingEvent> {

        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean usual = !event.getLevel().isGreaterOrEqual(Level.WARN);
            return usual && event.getLoggerName().startsWith(OWN) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }

    /** Writes lines to a stream in the stream's own character set, and leaves it open. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final PrintStream stream;
        private final LogLine line = new LogLine();

        Lines(LoggerContext context, PrintStream stream) {
            this.stream = stream;
            setContext(context);
            setName(CONSOLE);
        }

        @Override
        protected void append(ILoggingEvent event) {
            stream.print(line.doLayout(event));
        }
    }
}
