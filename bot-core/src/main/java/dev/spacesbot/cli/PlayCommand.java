package dev.spacesbot.cli;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the playground that is on the class path. */
@Command(
        name = "play",
        description = "Talk to the bot here, without an account: its 'auth', 'service' and 'spaces' are not used.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PlayCommand implements Callable<Integer> {

    /** Stands in for what the playground will bring. */
    private static final ConfigFile.Account ANYBODY =
            new ConfigFile.Account(new Auth.Anonymous("bot"), Service.production());

    private static final int HIGHEST_PORT = 65_535;

    private final Console console;
    private final Consumer<BotBuilder> more;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "bot.yaml",
            description = "A bot's configuration; default: ${DEFAULT-VALUE}. Several bots: several times.")
    private List<Path> configs = List.of();

    @Option(
            names = {"-v", "--verbose"},
            description = "Log what the bots do, and every frame.")
    private boolean verbose;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7373",
            description = "Where the page is, on this machine alone; the next free port where it is taken. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--open", description = "Open the page in the browser.")
    private boolean open;

    PlayCommand(Console console, Consumer<BotBuilder> more) {
        this.console = console;
        this.more = more;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > HIGHEST_PORT) {
            console.err().println("--port must be from 0 to " + HIGHEST_PORT + ", and " + port + " is not.");
            return ExitCode.USAGE.number();
        }
        Logging.toConsole(console.err(), verbose);
        Logging.onlyTroubleUnless(verbose);
        Optional<Playground> playground = ServiceLoader.load(Playground.class).findFirst();
        if (playground.isEmpty()) {
            console.err()
                    .println("'play' needs the playground: put dev.spacesbot:bot-testkit on the class path,"
                            + " next to the bot.");
            return ExitCode.USAGE.number();
        }
        List<ConfigFile> bots = configs.stream()
                .map(config -> ConfigFile.open(config, console.environment()))
                .toList();
        List<String> reports = bots.stream()
                .flatMap(bot -> new Findings(bot, file -> file.configWith(ANYBODY, List.of()), more).reports().stream())
                .toList();
        if (!reports.isEmpty()) {
            reports.forEach(console.err()::println);
            return ExitCode.CONFIGURATION.number();
        }
        return playground
                .get()
                .play(new PlayRequest(
                        bots, more, console.in(), console.out(), verbose, new PlayRequest.Page(port, open)));
    }
}
