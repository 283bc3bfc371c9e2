package dev.spacesbot.config;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in a person's words what the YAML parser stumbled over, without repeating values of the file. */
final class YamlMistake {

    private YamlMistake() {}

    static String of(MarkedYAMLException e, String text) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.startsWith("found undefined alias")) {
            return "a value that begins with * must stand in quotes";
        }
        if (problem.startsWith("found undefined tag handle")) {
            return "a value that begins with ! must stand in quotes";
        }
        if (problem.contains("'\\t")) {
            return "lines are indented with spaces, not with tabs";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "a ':' has no place here; is a line indented too far, or a value to be put in quotes?";
        }
        if (problem.contains("but got {")
                && lineBefore(e.getProblemMark(), text).endsWith("$")) {
            return "inside { } and [ ] a ${…} must stand in quotes: \"${NAME}\"";
        }
        return problem.isEmpty() ? "nobody can tell why" : problem;
    }

    private static String lineBefore(Mark mark, String text) {
        String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
        return line.substring(0, Math.min(mark.getColumn(), line.length())).stripTrailing();
    }
}
