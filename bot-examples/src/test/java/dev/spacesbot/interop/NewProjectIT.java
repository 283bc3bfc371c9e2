package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command {@code new} writes, as a new author builds it. */
class NewProjectIT {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Path JAVA = JAVA_HOME.resolve("bin/java");
    private static final Path JAR = Path.of("target", "bot-examples.jar").toAbsolutePath();
    private static final Path MAVEN = Path.of(System.getProperty("maven.home"), "bin", "mvn");

    @TempDir
    private Path folder;

    @Test
    void buildsTestsItselfPlaysAndRuns() throws Exception {
        Path repository = LocalRepository.withThisBuild(System.getProperty("version"));
        List<String> maven = List.of(MAVEN.toString(), "-B", "-ntp", "-q", "-Dmaven.repo.local=" + repository);

        run(folder, "", List.of(JAVA.toString(), "-jar", JAR.toString(), "new", "My Bot"));
        Path project = folder.resolve("my-bot");
        run(project, "", with(maven, "verify"));
        String tested = Files.readString(project.resolve("target/surefire-reports/com.example.mybot.GreeterTest.txt"));
        String played = run(project, "hello\n/quit\n", with(maven, "-Pplay"));
        String checked = run(project, "", List.of(JAVA.toString(), "-jar", "target/my-bot.jar", "check"));
        String version = run(project, "", List.of(JAVA.toString(), "-jar", "target/my-bot.jar", "--version"));

        assertThat(tested).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(played).contains("\nmy-bot: Hello, Ann!\n");
        assertThat(checked).isEqualTo("bot.yaml is fine: 1 handler, every space of the account\n");
        assertThat(version).startsWith("spacesbot " + System.getProperty("version") + " on Java ");
    }

    private static List<String> with(List<String> command, String last) {
        List<String> all = new ArrayList<>(command);
        all.add(last);
        return all;
    }

    /** Runs a command to its good end; returns what it says. */
    private String run(Path where, String input, List<String> command) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.txt"), input);
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        builder.environment().put("SPACES_TOKEN", "token-of-my-bot");
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            String said = Files.readString(out);
            assertThat(ended).as("%s ended, after it said\n%s", command, said).isTrue();
            assertThat(process.exitValue()).as("%s said\n%s", command, said).isZero();
            return said;
        } finally {
            process.destroy();
        }
    }
}
