package dev.spacesbot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a new project. Where they say {@code @name@} and the like, what is its own is filled in. */
final class ProjectTemplate {

    private static final Pattern BLANK = Pattern.compile("@(\\w+)@");

    private final ProjectName project;
    private final Map<String, String> values;

    ProjectTemplate(ProjectName project, Versions versions) {
        this.project = project;
        this.values = Map.of(
                "name", project.name(),
                "package", project.packageName(),
                "group", project.group(),
                "spacesbot", versions.spacesbot(),
                "junit", versions.junit());
    }

    /** What they hold, by their places below the project's folder. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", filled("pom.xml"));
        files.put("bot.yaml", filled("bot.yaml"));
        files.put("src/main/java/" + project.folder() + "/Greeter.java", filled("Greeter.java"));
        files.put("src/test/java/" + project.folder() + "/GreeterTest.java", filled("GreeterTest.java"));
        files.put("src/test/resources/" + project.folder() + "/hello.txt", filled("hello.txt"));
        files.put("README.md", filled("README.md"));
        // Under its real name, tools would take it for this repository's own.
        files.put(".gitignore", filled("gitignore"));
        return files;
    }

    private String filled(String file) {
        return BLANK.matcher(read(file)).replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1))));
    }

    private String value(String name) {
        return Objects.requireNonNull(values.get(name), () -> "A template asks for @" + name + "@");
    }

    private static String read(String file) {
        try (InputStream in = ProjectTemplate.class.getResourceAsStream("project/" + file)) {
            Objects.requireNonNull(in, () -> "project/" + file + " is missing on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
