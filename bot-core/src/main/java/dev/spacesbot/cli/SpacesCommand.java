package dev.spacesbot.cli;

import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the spaces of the account, whose ids go into the configuration. */
@Command(
        name = "spaces",
        description = "Lists the account's spaces with their ids. Needs only 'auth' in the configuration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SpacesCommand implements Callable<Integer> {

    private static final String ROW = "%-24s  %-8s  %s%n";
    private static final Comparator<Space> BY_TITLE =
            Comparator.comparing(Space::title, String.CASE_INSENSITIVE_ORDER).thenComparing(Space::id);

    private final Console console;
    private final Transports transports;

    @Mixin
    private Options options = new Options();

    SpacesCommand(Console console, Transports transports) {
        this.console = console;
        this.transports = transports;
    }

    @Override
    public Integer call() {
        Logging.toConsole(console.err(), options.verbose());
        ConfigFile.Account account =
                ConfigFile.open(options.config(), console.environment()).account();
        List<Space> spaces;
        try (Timers timers = Timers.system("spaces");
                Transport transport = transports.open(account, timers)) {
            spaces = ask(transport);
        }
        print(spaces);
        return ExitCode.OK.number();
    }

    /** A token that has expired is no reason to give up where it can be renewed. */
    private static List<Space> ask(Transport transport) {
        try {
            return transport.spaces();
        } catch (TransportException e) {
            if (e.kind() != TransportException.Kind.REFUSED || !transport.renewToken()) {
                throw e;
            }
            return transport.spaces();
        }
    }

    private void print(List<Space> spaces) {
        if (spaces.isEmpty()) {
            console.out().println("The account is in no space yet.");
            return;
        }
        console.out().printf(ROW, "id", "kind", "title");
        spaces.stream()
                .sorted(BY_TITLE)
                .forEach(space -> console.out()
                        .printf(
                                ROW,
                                shown(space.id()),
                                space.kind().name().toLowerCase(Locale.ROOT),
                                shown(space.title())));
    }

    /** Other people chose it: nothing in it may move the cursor, turn the text around or begin a line. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                })
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
