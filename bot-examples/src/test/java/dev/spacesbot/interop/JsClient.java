package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code client.js} as a process of its own: one of npm's Socket.IO clients, driven line by line. */
final class JsClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();

    private JsClient(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> lines.lines().forEach(this::note), "client.js");
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects to the namespace at {@code url}; where there is no Node.js, the test is skipped. */
    static JsClient connect(String library, String url, String query) {
        try {
            return new JsClient(Node.installed().start("client.js", library, url, query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void emit(String event, String payload) {
        try {
            commands.write("[\"" + event + "\"," + payload + "]\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next thing heard, which must be this event; its payload. */
    JsonNode expect(String event) {
        try {
            JsonNode next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            JsonNode found = next == null ? NullNode.getInstance() : next;
            assertThat(found.path("event").asText()).as("%s", found).isEqualTo(event);
            return found.path("payload");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Closes its input, upon which it disconnects and ends. */
    int leave() {
        try {
            commands.close();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void note(String line) {
        try {
            heard.add(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
