package dev.spacesbot.interop;

import static dev.spacesbot.interop.Wire.SPACE;
import static dev.spacesbot.interop.Wire.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.socketio.SocketIoTransport;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections fail and end, against the real socket.io 1.7.3. */
class ConnectionEndIT {

    private static final Auth TOKEN = new Auth.Token("jwt", new Secret("token-of-bot"));

    private final Wire wire = new Wire();

    @AfterEach
    void endAll() {
        wire.close();
    }

    @Test
    void aRefusedTokenIsRefused() {
        SocketIoTransport transport = wire.transport("refused");

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> transport.connect(wire.heard()));

        assertThat(failure.kind()).isEqualTo(TransportException.Kind.REFUSED);
        assertThat(failure)
                .hasMessage(
                        "The service does not accept the token on its socket (auth.invalid, the token is not valid).");
    }

    @Test
    void aConnectionThatIsEndedBeforeItIsJoinedIsRefused() {
        SocketIoTransport transport = wire.transport("cut");

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> transport.connect(wire.heard()));

        assertThat(failure.kind()).isEqualTo(TransportException.Kind.REFUSED);
    }

    @Test
    void leavesNothingBehindAfterARefusal() {
        SocketIoTransport transport = wire.transport("refused");

        assertThatThrownBy(() -> transport.connect(wire.heard())).isInstanceOf(TransportException.class);

        await().until(() -> threadsLeft().isEmpty());
        assertThat(wire.heard().lines()).isEmpty();
    }

    @Test
    void holdsUpNoJvmOnceClosed() {
        SocketIoTransport transport = wire.transport("token-of-bot");
        transport.connect(wire.heard());

        transport.close();

        await().until(() -> threadsLeft().isEmpty());
        assertThat(wire.server().await("disconnected", 1)).hasSize(1);
        assertThat(wire.heard().lines()).isEmpty();
    }

    /** Threads that hold up the JVM's end, and those that still have a connection. */
    private static List<String> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() || thread.getName().startsWith("OkHttp http"))
                .map(Thread::getName)
                .filter(name ->
                        Stream.of("OkHttp", "EventThread", "pool-", "Timer").anyMatch(name::startsWith))
                .toList();
    }

    @Test
    void whatWasSentBeforeTheCloseArrives() {
        SocketIoTransport transport = wire.transport("token-of-bot");
        Connection connection = transport.connect(wire.heard());
        connection.subscribe(SpaceRef.open(SPACE));

        IntStream.range(0, 200).forEach(i -> connection.send(chat("x".repeat(500), "send-" + i)));
        transport.close();

        assertThat(wire.server().await("SEND_MESSAGE", 200)).hasSize(200);
    }

    @Test
    void aHostThatIsNotThereIsUnavailable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        SocketIoTransport transport = wire.transport(at("http://127.0.0.1:" + free), TOKEN);

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> transport.connect(wire.heard()));

        assertThat(failure.kind()).isEqualTo(TransportException.Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessageStartingWith("No connection to http://127.0.0.1:" + free + " (")
                .hasMessageEndingWith("). Check service.socketUrl, and the network.");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 503})
    void anUpgradeThatIsDeclinedSaysWhy(int status) throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        web.start();
        SocketIoTransport transport =
                wire.transport(at("http://127.0.0.1:" + web.getAddress().getPort()), TOKEN);

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> transport.connect(wire.heard()));
        web.stop(0);

        assertThat(failure.kind())
                .isEqualTo(status == 503 ? TransportException.Kind.UNAVAILABLE : TransportException.Kind.REFUSED);
        assertThat(failure).hasMessageContaining("HTTP " + status);
    }

    @Test
    void doesNotWaitForASilentHostOnceInterrupted() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SocketIoTransport transport = wire.transport(at("http://127.0.0.1:" + silent.getLocalPort()), TOKEN);
            FutureTask<?> connecting = new FutureTask<>(() -> transport.connect(wire.heard()));
            Thread thread = new Thread(connecting);
            thread.start();

            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            thread.interrupt();

            assertThatThrownBy(() -> connecting.get(5, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(TransportException.class)
                    .hasRootCauseMessage("No connection to http://127.0.0.1:" + silent.getLocalPort()
                            + " (the wait was interrupted). Check service.socketUrl, and the network.");
        }
    }

    private static Service at(String address) {
        URI uri = URI.create(address);
        return new Service(uri, uri, uri, false);
    }

    @Test
    void tellsOnceThatTheServerIsGone() {
        wire.joined();

        wire.server().stop();

        wire.heard().await("lost");
        staysAt(2);
    }

    @Test
    void tellsOnceThatTheConnectionWasCut() {
        wire.joined();

        wire.server().drop();

        wire.heard().await("lost");
        staysAt(2);
    }

    @Test
    void tellsOnceThatTheServerSaidGoodbye() {
        wire.joined();

        wire.server().hangUp();

        wire.heard().await("lost");
        staysAt(2);
    }

    @Test
    void tellsOnceThatItWasSentAway() {
        wire.joined();

        wire.server().kick();

        wire.heard().await("lost io server disconnect");
        staysAt(2);
    }

    @Test
    void hearsNothingOfItsOwnClose() {
        Connection connection = wire.joined();

        connection.close();
        connection.close();
        connection.send(chat("too late", "send-1"));

        assertThat(wire.server().await("disconnected", 1)).hasSize(1);
        staysAt(1);
        assertThat(wire.server().received("SEND_MESSAGE")).isEmpty();
    }

    private void staysAt(int lines) {
        await().during(Duration.ofMillis(300)).until(() -> wire.heard().lines().size() == lines);
    }

    @Test
    void connectsAgainWithANewSocket() {
        SocketIoTransport transport = wire.transport("token-of-bot");
        transport.connect(wire.heard());
        wire.server().stop();
        wire.heard().await("lost");

        wire.server().startAgain();
        Connection second = transport.connect(wire.heard());
        second.subscribe(SpaceRef.open(SPACE));

        wire.heard().await("subscribed " + SPACE);
    }
}
