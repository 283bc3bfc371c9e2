package dev.spacesbot.cli;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.BotConfigException;
import dev.spacesbot.handler.HandlerException;
import dev.spacesbot.internal.socketio.SocketIoTransport;
import dev.spacesbot.store.StoreException;
import dev.spacesbot.transport.TransportException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line of a bot: {@code new}, {@code run}, {@code check}, {@code spaces}, {@code status}, {@code play}; without a command, {@code run}. */
@Command(
        name = "java -jar bot.jar",
        description = "Runs a chat bot for Avaya Spaces. Without a command: run.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 stopped before everything was finished, 64 wrong usage,",
            "69 service or database unavailable, 70 a mistake in this program, 77 token refused,",
            "78 a mistake in the configuration or the handlers."
        })
public final class Main {

    private static final String DEFAULT_COMMAND = "run";
    private static final Set<String> ABOUT_ALL = Set.of("-h", "--help", "-V", "--version");

    private final Console console;
    private final Transports transports;
    private final Consumer<BotBuilder> more;

    Main(Console console, Transports transports, Consumer<BotBuilder> more) {
        this.console = console;
        this.transports = transports;
        this.more = more;
    }

    /** Runs the command that {@code args} name, and ends the process with its exit code. */
    public static void main(String[] args) {
        main(args, builder -> {});
    }

    /**
     * The same for a bot that needs more than its file says. A bot's own main class calls this.
     *
     * @param more gives services, a handler factory or a store to the builder of a bot; it is asked for each bot that is made,
     *     and to check handlers too
     */
    public static void main(String[] args, Consumer<BotBuilder> more) {
        Transports transports = (account, timers) -> new SocketIoTransport(account.service(), account.auth(), timers);
        System.exit(new Main(Console.ofProcess(), transports, more).run(args));
    }

    /** Runs a command and gives its exit code. */
    int run(String... args) {
        CommandLine line = new CommandLine(this)
                .addSubcommand(new RunCommand(console, more))
                .addSubcommand(new CheckCommand(console, more))
                .addSubcommand(new SpacesCommand(console, transports))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new PlayCommand(console, more))
                .addSubcommand(new NewCommand(console))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, given) -> misused(e))
                .setExecutionExceptionHandler((e, command, result) -> failed(e).number());
        return line.execute(withCommand(args));
    }

    private static String[] withCommand(String... args) {
        boolean named = args.length > 0 && (!args[0].startsWith("-") || ABOUT_ALL.contains(args[0]));
        List<String> complete = new ArrayList<>(Arrays.asList(args));
        if (!named) {
            complete.add(0, DEFAULT_COMMAND);
        }
        return complete.toArray(String[]::new);
    }

    private int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        console.err().println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    private ExitCode failed(Exception e) {
        if (e instanceof BotConfigException || e instanceof HandlerException) {
            console.err().println(e.getMessage());
            if (e instanceof BotConfigException report) {
                report.handlers().ifPresent(wrong -> console.err().println(wrong.getMessage()));
            }
            return ExitCode.CONFIGURATION;
        }
        if (e instanceof TransportException failure) {
            console.err().println(e.getMessage());
            return failure.kind() == TransportException.Kind.REFUSED ? ExitCode.REFUSED : ExitCode.UNAVAILABLE;
        }
        if (e instanceof StoreException || e instanceof UncheckedIOException) {
            console.err().println(e.getMessage());
            return ExitCode.UNAVAILABLE;
        }
        LoggerFactory.getLogger(Main.class).error("This should not have happened; please report it", e);
        return ExitCode.SOFTWARE;
    }
}
