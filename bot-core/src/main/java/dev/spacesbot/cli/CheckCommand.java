package dev.spacesbot.cli;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.ConfigFile;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells everything that is wrong with a bot's configuration and its handlers, without connecting. */
@Command(
        name = "check",
        description = "Checks the configuration and the handlers without connecting.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    private final Console console;
    private final Consumer<BotBuilder> more;

    @Mixin
    private Options options = new Options();

    CheckCommand(Console console, Consumer<BotBuilder> more) {
        this.console = console;
        this.more = more;
    }

    @Override
    public Integer call() {
        Logging.toConsole(console.err(), options.verbose());
        AtomicReference<@Nullable BotConfig> read = new AtomicReference<>();
        ConfigFile opened = ConfigFile.open(options.config(), console.environment());
        Findings findings = new Findings(opened, file -> read.set(file.config()), more);
        BotConfig config = read.get();
        if (config == null || !findings.reports().isEmpty()) {
            findings.reports().forEach(console.err()::println);
            return ExitCode.CONFIGURATION.number();
        }
        console.out()
                .println(options.config() + " is fine: " + counted(findings.handlers(), "handler") + ", "
                        + (config.allSpaces()
                                ? "every space of the account"
                                : counted(config.spaces().size(), "space")));
        return ExitCode.OK.number();
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
