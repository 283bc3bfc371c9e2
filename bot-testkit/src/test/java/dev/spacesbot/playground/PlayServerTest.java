package dev.spacesbot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.EmulatorServer;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.inspector.Inspector;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayServerTest {

    @TempDir
    private Path folder;

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final List<PlayedBot> bots = new CopyOnWriteArrayList<>();
    private final Inspector inspector = new Inspector();
    private final PlayServer server = PlayServer.open(emulator, bots, inspector, 0);
    private final EmulatedSpace lab = emulator.space("Lab");
    private final EmulatedUser ann = emulator.user("Ann");
    private PlayedBot bot;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(
                folder.resolve("seen.yaml"), "name: seen\nhandlers: [dev.spacesbot.playground.comments]\n");
        bot = new PlayedBot(
                ConfigFile.open(file, Map.of()), builder -> {}, emulator.user("seen"), server.service(), inspector);
        bots.add(bot);
        bot.join(lab);
        server.begin();
    }

    @AfterEach
    void stop() {
        bot.stop();
        server.close();
        emulator.close();
    }

    @Test
    void servesWhatThePageIsMadeOfAndNothingElse() throws Exception {
        assumeTrue(Page.complete(), "npm was not on the PATH when this was built");
        assertThat(get("/lib/socket.io.js")).startsWith("HTTP/1.1 200").contains("text/javascript");
        assertThat(get("/lib/purify.js")).startsWith("HTTP/1.1 200").contains("DOMPurify");
        assertThat(get("/../emulator/World.class")).doesNotStartWith("HTTP/1.1 200");
        assertThat(get("/js/..%2f..%2fWorld.class")).doesNotStartWith("HTTP/1.1 200");
        assertThat(get("/Page.class")).startsWith("HTTP/1.1 404");
    }

    @Test
    void letsOtherSitesNeitherAskNorShowIt() throws Exception {
        String port = Integer.toString(server.address().getPort());

        assertThat(exchange("GET /playground/world HTTP/1.1\r\nHost: evil.example:" + port))
                .startsWith("HTTP/1.1 403");
        assertThat(exchange("GET /playground/world HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nOrigin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(exchange("GET /socket.io/?EIO=3&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nOrigin: http://127.0.0.1:1\r\nUpgrade: websocket\r\nConnection: Upgrade"
                        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg=="))
                .startsWith("HTTP/1.1 403");
        assertThat(exchange("GET /playground/world HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nOrigin: http://localhost:" + port))
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'none'; script-src 'self'");
    }

    @Test
    void tellsWhoThereIsAndLetsMoreIn() throws Exception {
        JsonNode gil = post("/playground/people", "{\"name\": \"Gil\", \"guest\": true}");
        JsonNode garden = post("/playground/spaces", "{\"title\": \"Garden\", \"admin\": \"" + ann.id() + "\"}");
        String member = "/playground/spaces/" + garden.path("id").asText() + "/members/"
                + gil.path("id").asText();
        send("PUT", member, "{\"role\": \"guest\"}");

        JsonNode world = json(get("/playground/world"));

        assertThat(names(world.path("people"), "name")).containsExactly("Ann", "Gil");
        assertThat(names(world.path("spaces"), "title")).containsExactly("Lab", "Garden");
        assertThat(world.path("bots").path(0).path("state").asText()).isEqualTo("ready");
        assertThat(names(world.path("spaces").path(1).path("members"), "role"))
                .containsExactly("admin", "member", "guest");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(send("POST", "/playground/people", "{}"))
                .startsWith("HTTP/1.1 400")
                .endsWith("name must have 1 to 200 characters; this one has 0.");
        assertThat(send("POST", "/playground/spaces", "{\"title\": \"" + "x".repeat(500) + "\"}"))
                .endsWith("title must have 1 to 200 characters; this one has 500.");
        assertThat(send("POST", "/playground/people", "[")).endsWith("The body is not JSON.");
        assertThat(send("POST", "/playground/faults/flood", "{}")).startsWith("HTTP/1.1 404");
        assertThat(send("POST", "/playground/faults/slow", "{\"millis\": -1}"))
                .endsWith("millis must be a whole number from 0 to 60000.");
    }

    @Test
    void showsFramesAndWhoTookAMessage() throws Exception {
        String task = emulator.task(ann, lab, "Water");
        bot.awaitHandled(task, Duration.ofSeconds(10));

        assertThat(told("turn"))
                .anySatisfy(turn -> assertThat(turn)
                        .contains("\"message\":\"" + task + "\"")
                        .contains("\"handlers\":[\"Comments.seen\"]"));
        assertThat(told("frame"))
                .anySatisfy(frame -> assertThat(frame)
                        .contains("\"event\":\"SEND_MESSAGE\"")
                        .contains("\"direction\":\"out\"")
                        .contains("\"name\":\"seen\""));
        assertThat(told("reply")).singleElement().asString().contains("\"message\":\"" + task + "\"");
        assertThat(told("frame")).noneMatch(frame -> frame.contains(bot.user().token()));
    }

    @Test
    void writesDownWhatWasSaidAndPlaysItAgain() throws Exception {
        bot.awaitHandled(emulator.task(ann, lab, "Water"), Duration.ofSeconds(10));

        String answer = get("/playground/spaces/" + lab.id() + "/transcript");
        String text = "Ann creates task \"Water\"\nbot comments on \"Water\": Seen.\n";
        JsonNode replay = post("/playground/replays", Json.write(Json.object().put("text", text)));
        String next = "/playground/replays/" + replay.path("id").asText() + "/next";
        JsonNode first = post(next, "{}");
        JsonNode second = post(next, "{}");

        assertThat(answer).contains("Content-Type: text/plain").endsWith("\r\n\r\n" + text);
        assertThat(Json.write(replay.path("steps")))
                .isEqualTo("[{\"line\":1,\"text\":\"Ann creates task \\\"Water\\\"\"},"
                        + "{\"line\":2,\"text\":\"bot comments on \\\"Water\\\": Seen.\"}]");
        assertThat(first.path("ok").asBoolean()).isTrue();
        assertThat(Json.write(second))
                .startsWith("{\"step\":1,\"ok\":true,\"heard\":\"bot comments on \\\"Water\\\": Seen.\",\"expected\":")
                .endsWith("\"done\":true}");
        assertThat(send("POST", next, "{}")).startsWith("HTTP/1.1 400").endsWith("That was the last step.");
        assertThat(send("POST", "/playground/replays", "{\"text\": \"hello\"}"))
                .startsWith("HTTP/1.1 400")
                .endsWith("{\"problems\":[\"line 1: nobody knows what this means: hello\"]}");
        assertThat(get("/playground/spaces/x/transcript")).startsWith("HTTP/1.1 404");
    }

    @Test
    void comesBackAfterARestartAndTheBotToo() throws Exception {
        int port = server.address().getPort();

        post("/playground/faults/restart", "{}");

        await().atMost(Duration.ofSeconds(20)).until(() -> emulator.connections(bot.user()) == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> emulator.connections(bot.user()) == 1);
        assertThat(server.address().getPort()).isEqualTo(port);
        String task = emulator.task(ann, lab, "Water");
        assertThat(bot.awaitHandled(task, Duration.ofSeconds(10))).isEqualTo(PlayedBot.Outcome.ANSWERED);
    }

    @Test
    void takesTheNextPortWhereOneIsTaken() {
        try (EmulatorServer first = emulator.serve(0);
                PlayServer second = PlayServer.open(emulator, bots, inspector, first.port())) {
            assertThat(second.address().getPort()).isGreaterThan(first.port());
        }
    }

    @Test
    void letsThePageWaitUntilTheBotsAreThere() throws Exception {
        try (PlayServer early = PlayServer.open(emulator, bots, inspector, 0);
                Socket page =
                        ask(early.address().getPort(), "GET /playground/world HTTP/1.0\r\nHost: localhost\r\n\r\n")) {
            page.setSoTimeout(200);
            assertThatThrownBy(() -> page.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            early.begin();

            page.setSoTimeout(10_000);
            JsonNode world = json(new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(names(world.path("bots"), "name")).containsExactly("seen");
        }
    }

    private List<String> told(String event) throws InterruptedException {
        return inspector.after(0, Duration.ZERO).stream()
                .filter(entry -> entry.event().equals(event))
                .map(Inspector.Entry::json)
                .toList();
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }

    private JsonNode post(String path, String body) throws IOException {
        return json(send("POST", path, body));
    }

    private static JsonNode json(String answer) throws IOException {
        assertThat(answer).startsWith("HTTP/1.1 200");
        return Json.read(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private String get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.address().getPort());
    }

    private String send(String method, String path, String body) throws IOException {
        return exchange(
                method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + server.address().getPort() + "\r\nContent-Length: " + body.length(),
                body);
    }

    private String exchange(String head) throws IOException {
        return exchange(head, "");
    }

    /** Byte by byte, since an HTTP client of good manners lets nobody choose these headers. */
    private String exchange(String head, String body) throws IOException {
        String close = head.contains("Upgrade") ? "" : "\r\nConnection: close";
        try (Socket socket = ask(server.address().getPort(), head + close + "\r\n\r\n" + body)) {
            InputStream in = socket.getInputStream();
            // A refused upgrade leaves the connection open.
            return new String(close.isEmpty() ? in.readNBytes(12) : in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket ask(int port, String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
