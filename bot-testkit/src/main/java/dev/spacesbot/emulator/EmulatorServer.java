package dev.spacesbot.emulator;

import dev.spacesbot.config.Service;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The emulator on the wire: Socket.IO and REST on one port of {@code 127.0.0.1}, until closed. */
public final class EmulatorServer implements AutoCloseable {

    /** What else is served on the emulator's port. */
    @FunctionalInterface
    public interface ServerSetup {

        /** Adds its routes, before those of the service. */
        void addTo(JavalinConfig config);
    }

    static final ServerSetup NOTHING_MORE = config -> {};

    private static final String LOOPBACK = "127.0.0.1";

    /** Far above what an event may have, so that a client that sends too much gets an answer. */
    private static final long MAX_FRAME = 4 << 20;

    private final World world;
    private final List<Consumer<WireFrame>> listeners = new CopyOnWriteArrayList<>();
    private final Javalin server;

    EmulatorServer(World world, int port, ServerSetup more) {
        this.world = world;
        this.server = Javalin.create(config -> {
                    more.addTo(config);
                    configure(config);
                })
                .start(LOOPBACK, port);
        world.turns().run(() -> world.files().servedAt(socketUrl().toString()));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setMaxTextMessageSize(MAX_FRAME);
            sockets.setIdleTimeout(Duration.ZERO);
        });
        Rest rest = new Rest(new Api(world));
        rest.add(config.routes);
        new SocketRoutes(world, this::tell).add(config.routes);
        new IdentityRoutes(rest, world.sockets().options().limits()).add(config.routes);
        new SpaceRoutes(rest).add(config.routes);
        // Before the one for any message: the first that fits is taken.
        new DeletionRoutes(rest).add(config.routes);
        new MessageRoutes(rest).add(config.routes);
        new FileRoutes(rest).add(config.routes);
    }

    private void tell(WireFrame frame) {
        listeners.forEach(listener -> listener.accept(frame));
    }

    /** Tells {@code listener} of every frame that comes and goes here; on many threads, and it must be quick. */
    public void onFrame(Consumer<WireFrame> listener) {
        listeners.add(listener);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Of the real-time API, without the namespace. */
    public URI socketUrl() {
        return URI.create("http://" + LOOPBACK + ":" + port());
    }

    /** Of the REST API, with its {@code /api}. */
    public URI apiUrl() {
        return URI.create(socketUrl() + "/api");
    }

    /** For OAuth 2. */
    public URI accountsUrl() {
        return socketUrl();
    }

    /** The three of them, for a bot's configuration. */
    public Service service() {
        return new Service(socketUrl(), apiUrl(), accountsUrl(), false);
    }

    /** Stops listening and ends every connection over the wire. The emulator itself, and what it knows, stays. */
    @Override
    public void close() {
        server.stop();
    }
}
