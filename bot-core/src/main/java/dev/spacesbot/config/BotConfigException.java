package dev.spacesbot.config;

import dev.spacesbot.handler.HandlerException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A configuration file cannot be used. The message is one report of everything that is wrong with it. */
public final class BotConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final String report;

    /** About a file, or about a configuration without one. */
    BotConfigException(@Nullable Path file, List<Problem> problems) {
        this.problems = problems.stream().sorted().distinct().toList();
        this.report = report(file == null ? "the configuration" : file.toString(), this.problems);
    }

    /** What is wrong with the handlers as well, which was found at the same time. */
    public Optional<HandlerException> handlers() {
        return Arrays.stream(getSuppressed())
                .filter(HandlerException.class::isInstance)
                .map(HandlerException.class::cast)
                .findFirst();
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

    private static String report(String subject, List<Problem> problems) {
        if (problems.size() == 1 && problems.get(0).line() == 0) {
            return subject + ": " + problems.get(0);
        }
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> System.lineSeparator() + "  " + problem)
                .collect(Collectors.joining("", subject + " has " + count + ":", ""));
    }
}
