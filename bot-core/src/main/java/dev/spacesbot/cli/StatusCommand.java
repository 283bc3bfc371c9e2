package dev.spacesbot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.HttpAddress;
import dev.spacesbot.internal.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how a bot is that runs on this machine, or wherever its {@code http.host} is. */
@Command(
        name = "status",
        description = "Shows how the running bot is. Needs 'http' in the configuration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Console console;

    @Mixin
    private Options options = new Options();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Logging.toConsole(console.err(), options.verbose());
        ConfigFile file = ConfigFile.open(options.config(), console.environment());
        HttpAddress address = file.http().orElse(null);
        if (address == null || address.port() == 0) {
            console.err()
                    .println("The bot tells nobody how it is: put a port into its configuration, such as"
                            + "\nhttp: {port: 8080}\nand start it again.");
            return ExitCode.CONFIGURATION.number();
        }
        try {
            return show(file.name(), Json.read(ask(address)));
        } catch (JsonProcessingException e) {
            return stranger(address);
        } catch (IOException e) {
            console.err()
                    .println(file.name() + " does not run, or not here: nothing answers at " + address.host() + ":"
                            + address.port() + ".");
            return ExitCode.UNAVAILABLE.number();
        }
    }

    private static String ask(HttpAddress address) throws IOException, InterruptedException {
        String host = address.host().equals("0.0.0.0") ? HttpAddress.LOOPBACK : address.host();
        String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + literal + ":" + address.port() + "/status"))
                .timeout(TIMEOUT)
                .build();
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private int stranger(HttpAddress address) {
        console.err().println("What answers at " + address.host() + ":" + address.port() + " is no bot.");
        return ExitCode.UNAVAILABLE.number();
    }

    private int show(String name, JsonNode status) {
        StatusText text = new StatusText(status);
        if (!text.isOfABot()) {
            console.err().println("What answers is no bot.");
            return ExitCode.UNAVAILABLE.number();
        }
        if (!text.name().equals(name)) {
            console.err().println("The bot that answers is " + text.name() + ", not " + name + ".");
            return ExitCode.UNAVAILABLE.number();
        }
        console.out().print(text.inWords());
        return (text.isReady() ? ExitCode.OK : ExitCode.UNAVAILABLE).number();
    }
}
