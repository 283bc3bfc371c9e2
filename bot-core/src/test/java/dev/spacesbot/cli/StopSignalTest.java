package dev.spacesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as only a process can be sent a signal. */
class StopSignalTest {

    @TempDir
    private Path folder;

    @Test
    void endsWithZeroWhenItIsToldToStop() throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("bot.yaml"), """
                name: echo
                handlers: [dev.spacesbot.cli]
                spaces: all
                auth: {type: jwt, token: token-of-ann}
                service: {socketUrl: "http://127.0.0.1:1", apiUrl: "http://127.0.0.1:1/api"}
                """);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlogback.configurationFile=logback-of-process.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--verbose",
                        "-c",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        try {
            await().until(() -> Files.readString(log).contains("echo starts, 2 handlers"));
            process.destroy();
            boolean ended = process.waitFor(30, TimeUnit.SECONDS);

            assertThat(ended).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(Files.readString(log))
                    .contains("echo stops: finishing what was begun, at most 20 s", "echo has stopped")
                    .doesNotContain("token-of-ann");
        } finally {
            process.destroyForcibly();
        }
    }
}
