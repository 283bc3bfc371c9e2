package dev.spacesbot.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/**
 * Handlers for a bot.
 *
 * @param packageName where they are
 * @param classPath with them on it
 */
record Handlers(String packageName, String classPath) {

    /** Handlers of this module. */
    static Handlers in(String packageName) {
        return new Handlers(packageName, System.getProperty("java.class.path"));
    }

    /** Makes a class with so many commands, {@code cmd000} and so on; each answers with what follows its name. */
    static Handlers commands(int count) {
        return generate(
                count,
                number -> "@OnMessage(\"cmd" + number + " {text...}\") String cmd" + number
                        + "(String text) { return text; }\n");
    }

    /** Makes a class with so many commands that take a word, a choice and perhaps a span of time, and answer nothing. */
    static Handlers typed(int count) {
        return generate(
                count,
                number -> "@OnMessage(\"cmd" + number + " {service} to {env:dev|test|prod} [in {delay}]\") void cmd"
                        + number + "(String service, String env, java.util.Optional<java.time.Duration> delay) {}\n");
    }

    private static Handlers generate(int count, UnaryOperator<String> method) {
        String methods = IntStream.range(0, count)
                .mapToObj(number -> Workload.digits(3, number))
                .map(method)
                .collect(Collectors.joining());
        String source = "package dev.spacesbot.bench.generated;\n"
                + "import dev.spacesbot.handler.OnMessage;\n"
                + "public final class Commands {\n" + methods + "}\n";
        try {
            Path folder = Files.createTempDirectory("bench-commands");
            Path file = Files.writeString(folder.resolve("Commands.java"), source);
            String classPath = System.getProperty("java.class.path");
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-parameters",
                            "-proc:none",
                            "-cp",
                            classPath,
                            "-d",
                            folder.toString(),
                            file.toString());
            if (failed != 0) {
                throw new IllegalStateException("The commands do not compile; see above");
            }
            return new Handlers("dev.spacesbot.bench.generated", folder + File.pathSeparator + classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
