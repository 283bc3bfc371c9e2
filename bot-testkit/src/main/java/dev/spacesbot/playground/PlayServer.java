package dev.spacesbot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.config.Service;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.EmulatorServer;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.inspector.FrameEntries;
import dev.spacesbot.playground.inspector.Inspector;
import dev.spacesbot.playground.recording.Recording;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The emulator on the wire with the page and what the page needs, on one port of this machine's loopback. */
final class PlayServer implements AutoCloseable {

    /** How many ports are tried where one is taken. */
    private static final int PORTS = 100;

    private static final int PORTS_IN_ALL = 65_536;

    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final String BEGUN = "begun";

    private final SpacesEmulator emulator;
    private final List<PlayedBot> bots;
    private final Inspector inspector;
    private final String run = UUID.randomUUID().toString();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final TalkRoutes talk;
    private final Runnable endOfReplies;
    private EmulatorServer server;
    private boolean closed;

    private PlayServer(
            SpacesEmulator emulator, List<PlayedBot> bots, Inspector inspector, Recording recording, int port) {
        this.emulator = emulator;
        this.bots = bots;
        this.inspector = inspector;
        this.talk = new TalkRoutes(emulator, bots, recording);
        this.server = serve(port);
        this.endOfReplies = emulator.onMessage(this::tellReply);
    }

    /** On that port, or where it is taken on the next free one; 0 stands for any, as does any other once many are taken. {@code bots} may grow until they are started. */
    static PlayServer open(SpacesEmulator emulator, List<PlayedBot> bots, Inspector inspector, int port) {
        Recording recording = new Recording(emulator);
        for (int next = freeFrom(port); ; next = freeFrom(next + 1)) {
            try {
                return new PlayServer(emulator, bots, inspector, recording, next);
            } catch (JavalinBindException e) {
                // Somebody was quicker.
                if (next == 0) {
                    throw e;
                }
            }
        }
    }

    /** The first port that is free, or 0 for any where many are taken. The web server would log each that is. */
    private static int freeFrom(int port) {
        return IntStream.range(port, Math.min(port + PORTS, PORTS_IN_ALL))
                .filter(PlayServer::isFree)
                .findFirst()
                .orElse(0);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private EmulatorServer serve(int port) {
        EmulatorServer opened = emulator.serve(port, this::configure);
        opened.onFrame(new FrameEntries(inspector, this::isBot)::tell);
        return opened;
    }

    private boolean isBot(EmulatedUser user) {
        return bots.stream().anyMatch(bot -> bot.user().equals(user));
    }

    private void configure(JavalinConfig config) {
        WorldRoutes world = new WorldRoutes(emulator, bots, run, begun);
        Gate.add(config.routes);
        Page.add(config.routes);
        world.add(config.routes);
        new FaultRoutes(emulator, bots, this::restart).add(config.routes);
        EventRoutes events = new EventRoutes(inspector, world::world);
        events.add(config.routes);
        config.events.serverStopping(events::end);
        talk.add(config.routes);
        config.routes.before("/api/*", ctx -> ctx.attribute(BEGUN, System.nanoTime()));
        config.routes.after("/api/*", this::tellCall);
    }

    private void tellReply(ObjectNode message) {
        String sender = Json.text(message.path("sender"), "_id");
        bots.stream()
                .filter(bot -> bot.user().id().equals(sender))
                .forEach(bot -> bot.said(Json.text(message, "topicId"), Json.text(message, "_id")));
    }

    private void tellCall(Context ctx) {
        Long begun = ctx.attribute(BEGUN);
        long millis = begun == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        EmulatedUser user = ctx.attribute("user");
        ObjectNode entry = Json.object();
        if (user != null) {
            entry.put("user", user.id()).put("name", user.displayName()).put("bot", isBot(user));
        }
        inspector.tell(
                "call",
                entry.put("method", ctx.method().toString())
                        .put("path", ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString()))
                        .put("status", ctx.status().getCode())
                        .put("millis", millis));
    }

    /** The bots are in their space: the page, which has waited for this, may speak. What is said before would go by them. */
    void begin() {
        begun.complete(true);
    }

    /** What bots connect to. */
    synchronized Service service() {
        return server.service();
    }

    /** The page's address. */
    synchronized URI address() {
        return server.socketUrl();
    }

    /** Goes away for a moment, and comes back on the same port. */
    private void restart() {
        Thread thread = new Thread(this::goAndComeBack, "playground-restart");
        thread.setDaemon(true);
        thread.start();
    }

    private void goAndComeBack() {
        try {
            TimeUnit.MILLISECONDS.sleep(AWAY.toMillis() / 10);
            int port;
            synchronized (this) {
                port = server.port();
                server.close();
            }
            TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
            synchronized (this) {
                if (!closed) {
                    server = serve(port);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        begun.complete(false);
        endOfReplies.run();
        server.close();
    }
}
