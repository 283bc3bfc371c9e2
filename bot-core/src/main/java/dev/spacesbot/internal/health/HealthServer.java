package dev.spacesbot.internal.health;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.spacesbot.config.HttpAddress;
import dev.spacesbot.internal.journal.Parked;
import dev.spacesbot.internal.runtime.BotRuntime;
import dev.spacesbot.internal.runtime.Health;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.internal.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how a bot is: {@code /health/live} that the process answers; {@code /health/ready} with 200 or 503 whether the bot can be
 * talked to, and what is wrong; {@code /metrics} in the text format of Prometheus; {@code /status} for the command of that name.
 * Only to be read. It answers to addresses, to {@code localhost} and to the configured name alone, so that no page in a browser
 * can read it under a name of its own.
 */
public final class HealthServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HealthServer.class);

    /** A name cannot look like one of these, whatever a stranger's name server says. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");

    /** Those that are slow to ask hold up nobody else. */
    private static final int MOST_THREADS = 32;

    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What asks for longer, or takes longer to hear the answer, is cut off. */
    private static final String PATIENCE_SECONDS = "5";

    private static final String JSON = "application/json; charset=utf-8";
    private static final int MOST_PARKED = 100;

    private static final int OK = 200;
    private static final int MISDIRECTED = 421;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final HttpAddress address;
    private final String name;
    private final Figures figures = new Figures();
    private final Instant started = Instant.now();
    private final ExecutorService threads = threads();
    private volatile @Nullable HttpServer server;

    static {
        // The JDK's server waits for ever unless these are there when it is loaded.
        for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")) {
            System.getProperties().putIfAbsent(limit, PATIENCE_SECONDS);
        }
    }

    /** An answer. */
    private record Page(int status, String type, String text) {

        static Page of(int status, ObjectNode json) {
            return new Page(status, JSON, json.toPrettyString() + "\n");
        }
    }

    /** To listen there, for a bot of that name; does not listen yet. */
    public HealthServer(HttpAddress address, String name) {
        this.address = address;
        this.name = name;
    }

    /** What is to be told of what happens. */
    public Observer figures() {
        return figures;
    }

    /**
     * Tells of a runtime from now on.
     *
     * @throws UncheckedIOException where nothing can listen there; the text says why, and what to do
     */
    public void open(BotRuntime runtime) {
        try {
            InetSocketAddress at = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
            HttpServer opened = HttpServer.create(at, 0);
            opened.createContext("/", exchange -> answer(exchange, runtime));
            opened.setExecutor(threads);
            figures.watch(runtime);
            opened.start();
            server = opened;
            log.info("Health and metrics: http://{}:{}", address.host(), port());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Nothing can listen at port " + address.port() + " of " + address.host() + " (" + e.getMessage()
                            + "): choose another one under http in the configuration, or end the program that has it",
                    e);
        }
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                HealthServer::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }

    /** Where it listens; 0 where it does not. */
    int port() {
        HttpServer open = server;
        return open == null ? 0 : open.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, BotRuntime runtime) throws IOException {
        try (exchange) {
            Page page;
            try {
                page = page(exchange, runtime);
            } catch (RuntimeException e) {
                page = new Page(UNAVAILABLE, "text/plain; charset=utf-8", "Not to be told at the moment\n");
                log.warn("{} cannot be told", exchange.getRequestURI().getPath(), e);
            }
            byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page page(HttpExchange exchange, BotRuntime runtime) {
        if (!isOwnName(exchange.getRequestHeaders().getFirst("Host"))) {
            return new Page(
                    MISDIRECTED, "text/plain; charset=utf-8", "This answers to addresses and to its own name alone\n");
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Page(METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", "Only to be read\n");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/health/live" -> Page.of(OK, Json.object().put("live", true));
            case "/health/ready" -> ready(runtime.health());
            case "/metrics" -> new Page(OK, "text/plain; version=0.0.4; charset=utf-8", figures.text());
            case "/status" -> Page.of(OK, status(runtime));
            default ->
                new Page(
                        NOT_FOUND,
                        "text/plain; charset=utf-8",
                        "There are /health/live, /health/ready, /metrics and /status\n");
        };
    }

    private boolean isOwnName(@Nullable String host) {
        String named = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return named.equals("localhost")
                || named.equals(address.host().toLowerCase(Locale.ROOT))
                || ADDRESS.matcher(named).matches();
    }

    private static Page ready(Health health) {
        return Page.of(health.ready() ? OK : UNAVAILABLE, json(health));
    }

    private static ObjectNode json(Health health) {
        ObjectNode json = Json.object()
                .put("ready", health.ready())
                .put("connected", health.connected())
                .put("joined", health.joined());
        ObjectNode missing = json.putObject("missing");
        health.missing().forEach(missing::put);
        health.troubles().forEach(json.putArray("troubles")::add);
        return json;
    }

    private ObjectNode status(BotRuntime runtime) {
        Health health = runtime.health();
        ObjectNode json = Json.object().put("name", name).put("started", started.toString());
        json.set("health", json(health));
        ObjectNode counts = json.putObject("counts");
        figures.counts().forEach(counts::put);
        counts.put("waiting", runtime.pendingTurns().get());
        counts.put("unconfirmed", runtime.pendingReplies().get());
        counts.put("behind", runtime.spacesBehind());
        // Where the store is away, what is in it cannot be told, and nobody shall wait for it.
        if (!health.troubles().isEmpty()) {
            return json;
        }
        List<Parked> all = runtime.parked();
        json.put("givenUpInAll", all.size());
        ArrayNode list = json.putArray("givenUp");
        all.stream()
                .limit(MOST_PARKED)
                .forEach(parked -> list.addObject()
                        .put("kind", parked.kind())
                        .put("space", parked.spaceId())
                        .put("when", parked.when())
                        .put("reason", parked.reason()));
        return json;
    }

    @Override
    public void close() {
        HttpServer open = server;
        if (open != null) {
            open.stop(0);
        }
        threads.shutdownNow();
    }
}
