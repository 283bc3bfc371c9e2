package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.wire.IncomingReader;
import dev.spacesbot.internal.wire.MalformedEventException;
import dev.spacesbot.internal.wire.PayloadWriter;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session without a network: the real codec on both ways, everything on the calling thread. */
final class MemoryConnection implements Connection, Peer {

    private static final Logger log = LoggerFactory.getLogger(MemoryConnection.class);

    private final World world;
    private final ChatProtocol protocol;
    private final ConnectionListener listener;
    private final IncomingReader reader;
    private volatile @Nullable Session session;
    private volatile boolean ended;

    MemoryConnection(World world, ChatProtocol protocol, ConnectionListener listener) {
        this.world = world;
        this.protocol = protocol;
        this.listener = listener;
        this.reader = new IncomingReader(listener, world.timers()::now);
    }

    /** Connects, or throws {@link Declined}. */
    void open(String token) {
        world.turns().run(() -> {
            world.faults().beforeConnect();
            session = world.sockets().connect(world.accounts().check(token), this);
        });
    }

    @Override
    public void subscribe(SpaceRef space) {
        emit(Events.SUBSCRIBE, PayloadWriter.subscribe(space));
    }

    @Override
    public void unsubscribe(String spaceId) {
        emit(Events.UNSUBSCRIBE, PayloadWriter.unsubscribe(spaceId));
    }

    @Override
    public void send(Outgoing outgoing) {
        emit(Events.SEND_MESSAGE, PayloadWriter.sendMessage(outgoing));
    }

    @Override
    public void presence(OutgoingPresence presence) {
        emit(Events.SEND_PRESENCE, PayloadWriter.presence(presence));
    }

    private void emit(String event, JsonNode payload) {
        Session mine = session;
        if (mine != null && !ended) {
            world.turns().run(() -> protocol.receive(mine, event, payload));
        }
    }

    @Override
    public void close() {
        ended = true;
        Session mine = session;
        if (mine != null) {
            world.turns().run(() -> world.sockets().remove(mine));
        }
    }

    @Override
    public void deliver(Emission emission) {
        if (ended) {
            return;
        }
        try {
            reader.read(emission.event(), emission.payload());
        } catch (MalformedEventException e) {
            log.warn("{} is dropped: {}", emission.event(), e.getMessage());
        }
    }

    @Override
    public void end(String reason) {
        if (!ended) {
            ended = true;
            listener.lost(reason);
        }
    }
}
