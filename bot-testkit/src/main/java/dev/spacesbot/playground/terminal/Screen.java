package dev.spacesbot.playground.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Where the person reads and types. */
public interface Screen extends AutoCloseable {

    /**
     * Where lines can be edited, with {@code completion} and perhaps with colours, else line by line.
     *
     * @param in where {@code System.in}, what is typed at this process's terminal
     */
    static Screen of(InputStream in, PrintStream out, Completion completion, boolean colours) {
        Optional<Terminal> terminal = in == System.in ? LineScreen.ofProcess() : Optional.empty();
        return terminal.<Screen>map(found -> new LineScreen(found, completion, colours))
                .orElseGet(() -> new PlainScreen(in, out, false));
    }

    /** Shows lines, above what is being typed. */
    void show(String text);

    /** Shows what somebody says, lines and all. */
    void show(String who, String text);

    /** What is typed next; null where nothing more will be. */
    @Nullable
    String read(String prompt) throws IOException;

    @Override
    void close() throws IOException;

    /** What others write must not steer a terminal, nor the direction in which it writes. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || !(Character.isISOControl(c) || turns(c)) ? c : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean turns(int c) {
        return c >= '\u202a' && c <= '\u202e';
    }
}
