package dev.spacesbot.cli;

import dev.spacesbot.Bot;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a bot in good order on SIGTERM or Ctrl-C, and ends the process with an exit code of its own. */
final class StopSignal {

    private static final Logger log = LoggerFactory.getLogger(StopSignal.class);

    private final Thread hook;

    StopSignal(Bot bot, Duration timeout) {
        hook = new Thread(() -> stop(bot, timeout), bot.name() + "-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The bot has ended by itself. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log.debug("Stopping already: {}", e.getMessage());
        }
    }

    private static void stop(Bot bot, Duration timeout) {
        ExitCode code = ExitCode.UNFINISHED;
        try {
            log.info("{} stops: finishing what was begun, at most {} s", bot.name(), timeout.toSeconds());
            String left = bot.stop(timeout).message();
            if (left.isEmpty()) {
                log.info("{} has stopped", bot.name());
                code = ExitCode.OK;
            } else {
                log.warn("{} has stopped, not everything was finished: {}", bot.name(), left);
            }
        } finally {
            Logging.flush();
            // The JVM would end with 143 for a SIGTERM, and a hook cannot call System.exit.
            Runtime.getRuntime().halt(code.number());
        }
    }
}
