package dev.spacesbot.internal.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.spacesbot.config.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback that gives prepared answers in their order, and writes down what it was asked. */
final class Web implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Queue<Prepared> answers = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();

    private record Prepared(int status, String body, Map<String, String> headers) {}

    Web() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address; {@code path} begins with a slash or is empty. */
    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** All three hosts of the service. */
    Service service() {
        return new Service(URI.create(address("")), URI.create(address("/api")), URI.create(address("")), false);
    }

    /** Prepares one more answer. */
    Web answers(int status, String body) {
        return answers(status, body, Map.of());
    }

    Web answers(int status, String body, Map<String, String> headers) {
        answers.add(new Prepared(status, body, headers));
        return this;
    }

    /** Method, path and query, then what authorises it or its body, of every call so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Type, length and content of every call so far. */
    List<String> contents() {
        return List.copyOf(contents);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        contents.add(exchange.getRequestHeaders().getFirst("Content-Type") + ", "
                + exchange.getRequestHeaders().getFirst("Content-Length") + ": " + body);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + (authorization == null ? body : authorization));
        Prepared next = answers.poll();
        Prepared prepared = next == null ? new Prepared(500, "{\"message\":\"nothing prepared\"}", Map.of()) : next;
        prepared.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = prepared.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(prepared.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
