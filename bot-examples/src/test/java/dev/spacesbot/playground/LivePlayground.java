package dev.spacesbot.playground;

import dev.spacesbot.cli.PlayRequest;
import dev.spacesbot.config.ConfigFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code play} starts, with some of the example bots, until closed. */
final class LivePlayground implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("In the browser: (\\S+).*In space ", Pattern.DOTALL);
    private static final String NO_PAGE = "There is no page in the browser";
    private static final long SECONDS = 60;

    private final PipedOutputStream typed = new PipedOutputStream();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Thread thread;

    LivePlayground(String... bots) {
        this(0, bots);
    }

    /** On that port of this machine. */
    LivePlayground(int port, String... bots) {
        this(
                port,
                Stream.of(bots).map(name -> Path.of("bots", name, "bot.yaml")).toList());
    }

    LivePlayground(int port, List<Path> bots) {
        thread = new Thread(() -> play(port, bots), "playground");
        thread.start();
    }

    /** Where the page is; empty where npm was missing when it was built. */
    String address() {
        return address.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    private void play(int port, List<Path> bots) {
        try (PipedInputStream in = new PipedInputStream(typed)) {
            PlayRequest request = new PlayRequest(
                    bots.stream().map(file -> ConfigFile.open(file, Map.of())).toList(),
                    builder -> {},
                    in,
                    new PrintStream(new Said(), true, StandardCharsets.UTF_8),
                    false,
                    new PlayRequest.Page(port, false));
            new TerminalPlayground().play(request);
        } catch (IOException e) {
            address.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            typed.close();
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the terminal shows, until the playground is ready. */
    private final class Said extends OutputStream {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(int b) {
            text.append((char) b);
            Matcher ready = READY.matcher(text);
            if (address.isDone()) {
                return;
            }
            if (ready.find()) {
                address.complete(ready.group(1));
            } else if (text.indexOf(NO_PAGE) >= 0) {
                address.complete("");
            }
        }
    }
}
