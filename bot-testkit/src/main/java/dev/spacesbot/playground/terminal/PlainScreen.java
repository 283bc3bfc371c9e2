package dev.spacesbot.playground.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines in and lines out: for pipes, where what was typed is repeated, and for terminals that can do no more. */
final class PlainScreen implements Screen {

    private final BufferedReader in;
    private final PrintStream out;
    private final boolean terminal;

    /** {@code terminal} where somebody sees what they type. */
    PlainScreen(InputStream in, PrintStream out, boolean terminal) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void show(String text) {
        out.println(Screen.printable(text));
        out.flush();
    }

    @Override
    public void show(String who, String text) {
        show(who + ": " + text);
    }

    @Override
    public @Nullable String read(String prompt) throws IOException {
        if (terminal) {
            out.print(Screen.printable(prompt));
            out.flush();
        }
        String line = in.readLine();
        if (line != null && !terminal) {
            show(prompt + line);
        }
        return line;
    }

    /** The streams are somebody else's. */
    @Override
    public void close() {}
}
