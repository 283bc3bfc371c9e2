package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user runs it: a process of its own, with a YAML file. */
class JarIT {

    private static final Path JAR = Path.of("target", "bot-examples.jar").toAbsolutePath();
    private static final String ONE = "60aa11bb22cc33dd44ee5501";
    private static final String TWO = "60aa11bb22cc33dd44ee5502";

    @TempDir
    private Path folder;

    @Test
    void runsABotThatSurvivesTheServersRestartAndStopsWhenTold() throws Exception {
        try (RealServer server = RealServer.start()) {
            write("my.yaml", """
                    name: robo
                    handlers: [dev.spacesbot.examples.greeter]
                    spaces: [%s, %s]
                    auth: {type: jwt, token: "${BOT_TOKEN}"}
                    service:
                      socketUrl: %s
                      apiUrl: %s
                      accountsUrl: %s
                    """.formatted(ONE, TWO, server.address(""), server.address("/api"), server.address("")));
            Process bot = start("run", "-c", "my.yaml");
            server.await("SUBSCRIBE_CHANNEL", 2);

            server.say(TWO, "Ann", "hello");
            server.await("SEND_MESSAGE", 1);
            server.stop();
            server.startAgain();
            server.await("SUBSCRIBE_CHANNEL", 4);
            server.say(ONE, "Bob", "hello");

            assertThat(server.await("SEND_MESSAGE", 2))
                    .extracting(sent -> said(sent.payload()))
                    .containsExactly(TWO + " Hello, Ann!", ONE + " Hello, Bob!");
            bot.destroy();
            assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(bot.exitValue()).as(text("err.txt")).isZero();
            assertThat(text("err.txt")).doesNotContain("token-of-robo").contains("Joined space " + ONE);
        }
    }

    @Test
    void aTokenThatIsRefusedEndsWithItsOwnExitCode() throws Exception {
        try (RealServer server = RealServer.start()) {
            write("my.yaml", """
                    handlers: [dev.spacesbot.examples.greeter]
                    spaces: [%s]
                    auth: {type: jwt, token: refused}
                    service: {socketUrl: %s, apiUrl: %s, accountsUrl: %s}
                    """.formatted(ONE, server.address(""), server.address("/api"), server.address("")));

            Process bot = start("run", "-c", "my.yaml");

            assertThat(bot.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bot.exitValue()).isEqualTo(77);
            assertThat(text("err.txt"))
                    .contains("The service refused the token 5 times in a row, and it cannot be renewed.");
        }
    }

    @Test
    void checkPrintsEveryMistake() throws Exception {
        write("broken.yaml", """
                nam: robo
                handlers: [dev.spacesbot.examples.nowhere]
                spaces: [60aa, 60aa11bb22cc33dd44ee5501, 60aa11bb22cc33dd44ee5501]
                auth: {type: jwt, token: "${NOT_SET}"}
                service: {socketUrl: "http://example.org", allowInsecure: perhaps}
                pace: {eventsPerMinute: -1}
                """);

        Process check = start("check", "-c", "broken.yaml");

        assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isEqualTo(78);
        assertThat(text("err.txt")).isEqualTo("""
                broken.yaml has 7 problems:
                  line 1, column 1: unknown key 'nam'; did you mean 'name'?
                  line 3, column 10: '60aa' is not a space id: 24 hexadecimal digits, as the command 'spaces' shows them
                  line 3, column 42: space 60aa11bb22cc33dd44ee5501 stands twice; the first is in line 3
                  line 4, column 26: environment variable NOT_SET is not set
                  line 5, column 11: 'service.socketUrl' would send the token unencrypted to example.org; use https, or set 'service.allowInsecure: true'
                  line 5, column 59: 'service.allowInsecure' must be true or false; found 'perhaps'
                  line 6, column 25: 'pace.eventsPerMinute' must be a whole number, 0 or more; found '-1'
                1 problem in the handlers:
                  package dev.spacesbot.examples.nowhere: no handler class found; is it on the class path and spelt right?
                """);
    }

    @Test
    void playsInAPipe() throws Exception {
        write(
                "in.txt",
                "hello\n/task Water the plants\n/done\n/as Bob\n/space Kitchen\nhello\n/quit\nnot read any more\n");
        write("greeter.yaml", "name: greeter\nhandlers: [dev.spacesbot.examples.greeter]\n");
        write("todo.yaml", "name: todo\nhandlers: dev.spacesbot.examples.todo\n");

        Process play = start("play", "-c", "greeter.yaml", "-c", "todo.yaml");

        assertThat(play.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(text("err.txt")).isEmpty();
        assertThat(play.exitValue()).isZero();
        String[] said = text("out.txt").split("(?=In space)", 2);
        assertThat(said[0])
                .containsPattern(
                        "^In the browser: http://127.0.0.1:\\d+( \\(port 7373 is taken\\))?\n$|^There is no page in the browser: npm");
        assertThat(said[1]).isEqualTo("""
                In space Lab with greeter, todo. Type hello, or /help.
                Ann in Lab> hello
                greeter: Hello, Ann!
                Ann in Lab> /task Water the plants
                todo: (on "Water the plants") I will keep an eye on "Water the plants".
                Ann in Lab> /done
                todo: (on "Water the plants") Well done: "Water the plants".
                Ann in Lab> /as Bob
                Bob in Lab> /space Kitchen
                Bob in Kitchen> hello
                greeter: Hello, Bob!
                Bob in Kitchen> /quit
                """);
    }

    @Test
    void showsHowItIs() throws Exception {
        int port = freePort();
        try (RealServer server = RealServer.start()) {
            write("my.yaml", """
                    name: robo
                    handlers: [dev.spacesbot.examples.greeter]
                    spaces: [%s]
                    auth: {type: jwt, token: "${BOT_TOKEN}"}
                    service: {socketUrl: %s, apiUrl: %s, accountsUrl: %s}
                    http: {port: %d}
                    """.formatted(ONE, server.address(""), server.address("/api"), server.address(""), port));
            Process bot = start("run", "-c", "my.yaml");
            server.await("SUBSCRIBE_CHANNEL", 1);
            server.say(ONE, "Ann", "hello");
            server.await("SEND_MESSAGE", 1);

            int shown = start("status", "-c", "my.yaml").waitFor();
            String status = text("out.txt");
            bot.destroy();
            assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();
            int gone = start("status", "-c", "my.yaml").waitFor();

            assertThat(status.replaceAll("since .*", "since …")).isEqualTo("""
                    robo       ready, since …
                               connected, in 1 space
                    messages   1 received, 0 of them late; 1 handled; 0 waiting
                    replies    1 said; 1 confirmed; 0 on their way
                    trouble    0 failures; 0 given up; 1 connection
                    """);
            assertThat(shown).isZero();
            assertThat(text("err.txt"))
                    .isEqualTo("robo does not run, or not here: nothing answers at 127.0.0.1:" + port + ".\n");
            assertThat(gone).isEqualTo(69);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        Path input = folder.resolve("in.txt");
        if (Files.exists(input)) {
            builder.redirectInput(input.toFile());
        }
        builder.environment().put("BOT_TOKEN", "token-of-robo");
        return builder.start();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static String said(JsonNode payload) {
        return payload.path("topicId").asText() + " "
                + payload.path("content").path("bodyText").asText();
    }
}
