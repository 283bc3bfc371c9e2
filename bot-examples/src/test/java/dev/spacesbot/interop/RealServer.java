package dev.spacesbot.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spacesbot.config.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** {@code server.js} as a process of its own: a stand-in for the service on the real socket.io 1.7.3. */
final class RealServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Node node;
    private final String ping;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Consumer<Received> listener;
    private Process process;
    private Writer commands;
    private int port;

    /**
     * Something that the server received.
     *
     * @param seq its place in the order of arrival
     * @param event the event's name; {@code asked}, {@code connected}, {@code disconnected}, {@code rest}, or {@code message}
     *     for whatever was said, otherwise
     * @param socket the id of the connection; empty for a REST call
     * @param payload what came with it
     */
    record Received(int seq, String event, String socket, JsonNode payload) {}

    private RealServer(Node node, Duration ping, @Nullable Consumer<Received> listener) throws IOException {
        this.node = node;
        this.listener = listener == null ? received::add : listener;
        this.ping = ping.isZero() ? "" : Long.toString(ping.toMillis());
        process = node.start("server.js", "0", this.ping);
        commands = process.outputWriter(StandardCharsets.UTF_8);
        port = awaitPort(process);
    }

    /** Starts it on a free port of the loopback; where there is no Node.js, the test is skipped. */
    static RealServer start() {
        return start(Duration.ZERO);
    }

    /** The same; clients are to ping it this often, and to give it up after twice as long; zero for socket.io's own times. */
    static RealServer start(Duration ping) {
        return start(ping, null);
    }

    /** The same, where all that it receives goes to {@code listener}, on a thread of its own, and nothing of it is kept. */
    static RealServer telling(Consumer<Received> listener) {
        return start(Duration.ZERO, listener);
    }

    private static RealServer start(Duration ping, @Nullable Consumer<Received> listener) {
        try {
            return new RealServer(Node.installed(), ping, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Its address, with {@code path}. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** All three hosts of the service. */
    Service service() {
        return new Service(address(""), address("/api"), address(""), false);
    }

    /** Somebody says something in a space, whether or not anybody hears it. */
    void say(String space, String as, String text) {
        command(Map.of("say", Map.of("space", space, "as", as, "text", text)));
    }

    /** Somebody comes into a space, leaves it or types there; {@code presence} adds or replaces fields of the event. */
    void present(String space, String as, String category, Map<String, Object> presence) {
        command(Map.of("present", Map.of("space", space, "as", as, "category", category, "presence", presence)));
    }

    /** The very frame, to every client. */
    void raw(String frame) {
        command(Map.of("raw", frame));
    }

    /** Cuts every connection without a word. */
    void drop() {
        command(Map.of("drop", true));
    }

    /** Stops hearing its clients, and answering their pings; what it says still reaches them. */
    void deafen() {
        command(Map.of("deafen", true));
    }

    /** Ends every connection with a close frame. */
    void hangUp() {
        command(Map.of("hangUp", true));
    }

    /** Makes every client leave the namespace. */
    void kick() {
        command(Map.of("kick", true));
    }

    /** Lets every access token expire, and cuts every connection. */
    void expire() {
        command(Map.of("expire", true));
    }

    /**
     * Takes a refresh token until one that came after it is used: a process that dies with the answer in its hand may come again.
     */
    void forgive() {
        command(Map.of("forgive", true));
    }

    /** Does to its clients what a command of {@code server.js} with a number says, such as {@code restart}. */
    void fault(String command, int number) {
        command(Map.of(command, number));
    }

    /** Ends the server, as a crash of it would. */
    void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again on the port that it had; what it received before stays. */
    void startAgain() {
        try {
            process = node.start("server.js", Integer.toString(port), ping);
            commands = process.outputWriter(StandardCharsets.UTF_8);
            port = awaitPort(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came in of one kind so far, in the order of arrival. */
    List<Received> received(String event) {
        return received.stream().filter(one -> one.event().equals(event)).toList();
    }

    /** The same, once there are that many. */
    List<Received> await(String event, int count) {
        Awaitility.await(count + " x " + event)
                .atMost(PATIENCE)
                .until(() -> received(event).size() >= count);
        return received(event);
    }

    private synchronized void command(Map<String, Object> command) {
        try {
            commands.write(JSON.writeValueAsString(command) + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitPort(Process started) throws IOException {
        BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
        String first = lines.readLine();
        if (first == null || !first.startsWith("listening ")) {
            throw new IllegalStateException("server.js did not start; see target/node/server.js.log");
        }
        Thread reader = new Thread(() -> lines.lines().forEach(this::note), "server.js");
        reader.setDaemon(true);
        reader.start();
        return Integer.parseInt(first.substring("listening ".length()));
    }

    private void note(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            listener.accept(new Received(
                    json.path("seq").asInt(),
                    json.path("event").asText(),
                    json.path("socket").asText(""),
                    json.path("payload")));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
