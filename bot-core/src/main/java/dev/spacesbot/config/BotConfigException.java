package dev.spacesbot.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration file cannot be used. The message is one report of everything that is wrong with it. */
public final class BotConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final String report;

    BotConfigException(Path file, List<Problem> problems) {
        this.problems = problems.stream().sorted().toList();
        this.report = report(file, this.problems);
    }

    /** The report: one line that counts, and one for each problem. */
    @Override
    public String getMessage() {
        return report;
    }

    /** What is wrong, in the order of the file; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    private static String report(Path file, List<Problem> problems) {
        if (problems.size() == 1 && problems.get(0).line() == 0) {
            return file + ": " + problems.get(0);
        }
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> System.lineSeparator() + "  " + problem)
                .collect(Collectors.joining("", file + " has " + count + ":", ""));
    }
}
