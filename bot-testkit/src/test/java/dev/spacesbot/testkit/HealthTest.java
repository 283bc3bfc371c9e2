package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.Bot;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.CatchUpRules;
import dev.spacesbot.config.HttpAddress;
import dev.spacesbot.config.Rules;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.handler.OnMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bot tells programs, on a port of its own. */
class HealthTest {

    static final class Greeter {

        @OnMessage("hello")
        String hello() {
            return "Hello!";
        }
    }

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatedUser self = emulator.user("bot");
    private final EmulatedSpace lab = emulator.space("Lab");
    private final HttpAddress address = new HttpAddress(HttpAddress.LOOPBACK, freePort());
    private final Bot bot = bot();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bot bot() {
        BotConfig config = BotConfig.of("greeter", new Auth.Token("jwt", new Secret("none")), Service.production())
                .withRules(Rules.defaults().withCatchUp(new CatchUpRules(Duration.ofDays(1), 2)))
                .withHttp(address);
        return Bot.builder()
                .config(config)
                .handlers(new Greeter())
                .spaces(lab.id())
                .transport(emulator.transport(self))
                .build();
    }

    @BeforeEach
    void start() {
        bot.start();
    }

    @AfterEach
    void stop() {
        bot.stop(Duration.ZERO);
        emulator.close();
    }

    /** The status line, and what follows the headers. */
    private String ask(String method, String path, String host) throws IOException {
        try (Socket socket = new Socket(address.host(), address.port())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12) + "\n" + answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }

    private String get(String path) throws IOException {
        return ask("GET", path, "localhost:" + address.port());
    }

    @Test
    void isReadyOnceItIsInItsSpaces() throws Exception {
        assertThat(bot.awaitReady(Duration.ofSeconds(10))).isTrue();

        assertThat(get("/health/live")).isEqualTo("200\n{\n  \"live\" : true\n}\n");
        assertThat(get("/health/ready")).isEqualTo("""
                200
                {
                  "ready" : true,
                  "connected" : true,
                  "joined" : 1,
                  "missing" : { },
                  "troubles" : [ ]
                }
                """);
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        emulator.faults().rejectSubscription(lab, "topic.is.full");
        emulator.faults().dropConnections();

        await().until(() -> get("/health/ready").contains("topic.is.full"));
        assertThat(get("/health/ready")).startsWith("503\n").contains("\"ready\" : false", "\"" + lab.id() + "\"");
        assertThat(get("/health/live")).startsWith("200\n");
    }

    @Test
    void countsWhatHappens() throws Exception {
        assertThat(bot.awaitReady(Duration.ofSeconds(10))).isTrue();
        emulator.user("Ann").says(lab, "hello");
        emulator.user("Ann").says(lab, "nothing for it");
        await().until(() -> get("/metrics").contains("spacesbot_messages_handled_total 2.0"));
        assertThat(bot.awaitIdle(Duration.ofSeconds(10))).isTrue();

        String metrics = get("/metrics");

        Map<String, String> wanted = Map.of(
                "spacesbot_messages_received_total", "2.0",
                "spacesbot_messages_late_total", "0.0",
                "spacesbot_messages_handled_total", "2.0",
                "spacesbot_failures_total", "0.0",
                "spacesbot_replies_said_total", "1.0",
                "spacesbot_replies_confirmed_total", "1.0",
                "spacesbot_handler_seconds_count{handler=\"Greeter.hello\"}", "1",
                "spacesbot_connected", "1.0",
                "spacesbot_spaces_joined", "1.0",
                "spacesbot_outbox_waiting", "0.0");
        wanted.forEach((name, value) -> assertThat(metrics.lines()).contains(name + " " + value));
        assertThat(get("/status")).contains("\"name\" : \"greeter\"", "\"received\" : 2");
    }

    @Test
    void countsWhatItLeavesOut() throws Exception {
        assertThat(bot.awaitReady(Duration.ofSeconds(10))).isTrue();
        emulator.faults().refuseTokens(1);
        emulator.faults().dropConnections();
        for (int i = 0; i < 5; i++) {
            emulator.user("Ann").says(lab, "hello");
        }

        await().until(() -> get("/metrics").contains("spacesbot_messages_late_total 2.0"));
        assertThat(get("/metrics").lines())
                .contains("spacesbot_messages_left_out_total 3.0", "spacesbot_gaps_left_out_total 0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /health/live, evil.example, 421",
        "GET, /status, evil.example:80, 421",
        "GET, /status, 127.0.0.1.evil.example, 421",
        "GET, /health/live, 127.0.0.1, 200",
        "GET, /health/live, [::1]:99, 200",
        "HEAD, /metrics, localhost, 200",
        "POST, /health/live, localhost, 405",
        "GET, /health, localhost, 404",
        "GET, /health/live/../../etc/passwd, localhost, 404"
    })
    void answersToItsOwnNamesAndOnlyWhatThereIs(String method, String path, String host, String status)
            throws IOException {
        assertThat(ask(method, path, host)).startsWith(status + "\n");
    }

    @Test
    void answersThoughOthersNeverFinishTheirQuestion() throws Exception {
        List<Socket> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket other = new Socket(address.host(), address.port());
            other.getOutputStream().write("GET /health/live HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            others.add(other);
        }

        assertThat(get("/health/live")).startsWith("200\n");

        for (Socket other : others) {
            other.close();
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        Bot other = bot();

        assertThatThrownBy(other::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Nothing can listen at port " + address.port() + " of 127.0.0.1 (")
                .hasMessageEndingWith(
                        "): choose another one under http in the configuration, or end the program that has it");

        other.stop(Duration.ZERO);
    }
}
