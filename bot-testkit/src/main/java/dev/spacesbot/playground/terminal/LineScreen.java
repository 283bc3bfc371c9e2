package dev.spacesbot.playground.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * A terminal on which lines are edited: with those typed before, which are kept as long as the process lives, with
 * {@link Completion}, and with what is shown above the line that is being typed. Ctrl+C clears the line, and ends where it is
 * empty, as Ctrl+D does.
 */
final class LineScreen implements Screen {

    private static final AttributedStyle NAME = AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.CYAN);

    /** How soon nobody interrupts again. */
    private static final Duration AGAIN = Duration.ofMillis(150);

    /** What the library colours by itself. */
    private static final List<String> STYLES =
            List.of(LineReader.COMPLETION_STYLE_STARTING, LineReader.COMPLETION_STYLE_LIST_STARTING);

    private final Terminal terminal;
    private final LineReader reader;
    private final boolean colours;

    LineScreen(Terminal terminal, Completion completion, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("spacesbot")
                .terminal(terminal)
                .parser(completion)
                .completer(completion)
                // What is typed is said as it stands, an exclamation mark included.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .variable(LineReader.BELL_STYLE, "none");
        if (!colours) {
            STYLES.forEach(style -> builder.variable(style, "fg:default"));
        }
        reader = builder.build();
    }

    /** The terminal of this process; empty where there is none, or none on which lines can be edited. */
    static Optional<Terminal> ofProcess() {
        try {
            if (!atTerminal("0") || !atTerminal("1")) {
                return Optional.empty();
            }
            return Optional.of(TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    // By stty and the like: the others load native code, at which newer machines print warnings.
                    .exec(true)
                    .jni(false)
                    .ffm(false)
                    // Asks the terminal for what it can do, and waits for answers that many never give.
                    .graphemeCluster(false)
                    .build());
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Asked of the shell's own command: Java's console is none since Java 22, and the library's ways load native code. */
    private static boolean atTerminal(String stream) throws IOException {
        Process test = new ProcessBuilder("test", "-t", stream).inheritIO().start();
        try {
            return test.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void show(String text) {
        reader.printAbove(Screen.printable(text));
    }

    @Override
    public void show(String who, String text) {
        String name = Screen.printable(who + ":");
        String words = " " + Screen.printable(text);
        if (colours) {
            reader.printAbove(new AttributedStringBuilder()
                    .styled(NAME, name)
                    .append(words)
                    .toAttributedString());
        } else {
            reader.printAbove(name + words);
        }
    }

    @Override
    public @Nullable String read(String prompt) {
        long cleared = System.nanoTime() - AGAIN.toNanos();
        while (true) {
            try {
                return reader.readLine(Screen.printable(prompt));
            } catch (UserInterruptException e) {
                // Where candidates were shown, the library tells of one interruption twice.
                if (e.getPartialLine().isEmpty() && System.nanoTime() - cleared >= AGAIN.toNanos()) {
                    return null;
                }
                cleared = System.nanoTime();
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
