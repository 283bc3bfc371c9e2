package dev.spacesbot.playground;

import java.io.PrintStream;

/** What the person reads. On a terminal a prompt stands below everything; in a pipe what was typed is repeated instead. */
final class Screen {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private String prompt = "";

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows lines above the prompt. */
    synchronized void show(String text) {
        out.println((terminal ? CLEAR_LINE : "") + printable(text));
        showPrompt();
    }

    /** Sets the prompt, and shows it where somebody types. */
    synchronized void prompt(String prompt) {
        this.prompt = prompt;
        showPrompt();
    }

    /** Repeats what was typed where no terminal shows it. */
    synchronized void typed(String line) {
        if (!terminal) {
            out.println(printable(prompt + line));
            out.flush();
        }
    }

    private void showPrompt() {
        if (terminal) {
            out.print(CLEAR_LINE + prompt);
        }
        out.flush();
    }

    /** What others write must not steer the terminal. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || !Character.isISOControl(c) ? c : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
