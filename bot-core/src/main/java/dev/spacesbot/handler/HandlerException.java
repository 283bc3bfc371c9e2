package dev.spacesbot.handler;

import java.util.List;

/** The handlers of a bot are not right. Its text is the report of everything that is wrong with them, for their author. */
public final class HandlerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> problems;

    /** With every problem, each naming class, method and parameter. */
    public HandlerException(List<String> problems) {
        super(report(problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, each naming class, method and parameter. */
    public List<String> problems() {
        return problems;
    }

    private static String report(List<String> problems) {
        String head =
                problems.size() == 1 ? "1 problem in the handlers:" : problems.size() + " problems in the handlers:";
        return head + "\n  " + String.join("\n  ", problems);
    }
}
