package dev.spacesbot.interop;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.socketio.SocketIoTransport;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Outgoing;
import java.util.ArrayDeque;
import java.util.Deque;

/** A real server, transports to it, and what they heard; all of it ends with {@link #close}. */
final class Wire implements AutoCloseable {

    static final String SPACE = "60aa11bb22cc33dd44ee5501";

    private final RealServer server;
    private final Timers timers = Timers.system("interop");
    private final HeardEvents heard = new HeardEvents();
    private final Deque<SocketIoTransport> transports = new ArrayDeque<>();

    Wire() {
        this(RealServer.start());
    }

    Wire(RealServer server) {
        this.server = server;
    }

    RealServer server() {
        return server;
    }

    HeardEvents heard() {
        return heard;
    }

    /** A transport to the server, with this token as it is. */
    SocketIoTransport transport(String token) {
        return transport(server.service(), new Auth.Token("jwt", new Secret(token)));
    }

    SocketIoTransport transport(Service service, Auth auth) {
        SocketIoTransport transport = new SocketIoTransport(service, auth, timers);
        transports.push(transport);
        return transport;
    }

    /** A connection of the user Bot, in {@link #SPACE}. */
    Connection joined() {
        Connection connection = transport("token-of-bot").connect(heard);
        connection.subscribe(SpaceRef.open(SPACE));
        heard.await("subscribed " + SPACE);
        return connection;
    }

    /** A chat message to {@link #SPACE}. */
    static Outgoing chat(String text, String loopback) {
        return new Outgoing(SPACE, Outgoing.Category.CHAT, Outgoing.Content.chat(text), null, loopback);
    }

    @Override
    public void close() {
        transports.forEach(SocketIoTransport::close);
        timers.close();
        server.close();
    }
}
