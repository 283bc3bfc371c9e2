package dev.spacesbot.transcript;

import java.util.Collection;
import java.util.List;

/** A transcript has lines that cannot be understood. Its text is the report of all of them, for their author. */
public final class TranscriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> problems;

    /** With the forms of lines that would be right; empty where the problems say enough. */
    TranscriptException(String name, List<String> problems, Collection<String> allowed) {
        super(name + (problems.size() == 1 ? " has 1 problem:" : " has " + problems.size() + " problems:") + "\n  "
                + String.join("\n  ", problems)
                + (allowed.isEmpty() ? "" : "\nAllowed are\n  " + String.join("\n  ", allowed)));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, a line of text for each line of the transcript. */
    public List<String> problems() {
        return problems;
    }
}
