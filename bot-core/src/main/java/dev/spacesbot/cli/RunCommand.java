package dev.spacesbot.cli;

import dev.spacesbot.Bot;
import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.store.StoreException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a bot until it is stopped, or until the service will not have it. */
@Command(
        name = "run",
        description = "Runs the bot until Ctrl-C or SIGTERM.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

    private final Console console;
    private final Consumer<BotBuilder> more;

    @Mixin
    private Options options = new Options();

    @Option(
            names = "--stop-timeout",
            paramLabel = "TIME",
            defaultValue = "20s",
            converter = Seconds.class,
            description = "How long a stop may take to finish what was begun; default: ${DEFAULT-VALUE}.")
    private Duration stopTimeout = Duration.ZERO;

    RunCommand(Console console, Consumer<BotBuilder> more) {
        this.console = console;
        this.more = more;
    }

    @Override
    public Integer call() throws InterruptedException {
        Logging.toConsole(console.err(), options.verbose());
        BotConfig config = BotConfig.read(options.config(), console.environment());
        BotBuilder builder = Bot.builder();
        more.accept(builder);
        Bot bot = builder.config(config).build();
        // Before it says that it starts: whoever reads that may stop it.
        StopSignal signal = new StopSignal(bot, stopTimeout);
        log.info("{} starts, {} handlers", bot.name(), bot.handlers());
        Bot.End end;
        try {
            bot.start();
            end = bot.awaitEnd();
        } catch (StoreException | UncheckedIOException e) {
            signal.forget();
            bot.stop(Duration.ZERO);
            throw e;
        }
        signal.forget();
        if (!end.refused()) {
            return ExitCode.OK.number();
        }
        bot.stop(stopTimeout);
        console.err().println(end.message());
        return ExitCode.REFUSED.number();
    }
}
