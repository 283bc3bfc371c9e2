package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service that answers nothing by itself: the test says what comes. For one thread. */
final class FakeTransport implements Transport {

    static final User BOT = new User("bot", User.Kind.USER, "bot@example.org", "Bot");

    final List<FakeConnection> connections = new ArrayList<>();
    final List<SpaceEvent> history = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    Function<Upload, Attachment> uploader = file -> {
        throw new TransportException(TransportException.Kind.REJECTED, "There are no files here");
    };
    Supplier<Boolean> renewal = () -> false;

    @Nullable
    RuntimeException connectFailure;

    @Nullable
    RuntimeException meFailure;

    @Nullable
    RuntimeException historyFailure;

    @Nullable
    RuntimeException membersFailure;

    @Nullable
    Instant renewAt;

    Runnable whileConnecting = () -> {};
    int attempts;

    FakeConnection last() {
        return connections.get(connections.size() - 1);
    }

    @Override
    public User me() {
        if (meFailure != null) {
            throw meFailure;
        }
        return BOT;
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        attempts++;
        if (connectFailure != null) {
            throw connectFailure;
        }
        FakeConnection connection = new FakeConnection(listener);
        connections.add(connection);
        whileConnecting.run();
        return connection;
    }

    @Override
    public boolean renewToken() {
        return renewal.get();
    }

    @Override
    public @Nullable Instant renewAt() {
        return renewAt;
    }

    @Override
    public List<Space> spaces() {
        return List.of();
    }

    @Override
    public List<SpaceEvent> history(String spaceId, Instant since) {
        if (historyFailure != null) {
            throw historyFailure;
        }
        return history.stream()
                .filter(event -> event.space().id().equals(spaceId))
                .toList();
    }

    @Override
    public List<Member> members(String spaceId) {
        if (membersFailure != null) {
            throw membersFailure;
        }
        return List.copyOf(members);
    }

    @Override
    public Attachment upload(String spaceId, Upload file) {
        return uploader.apply(file);
    }

    @Override
    public Space direct(String userId) {
        throw new TransportException(TransportException.Kind.REJECTED, "There are no direct spaces here");
    }

    @Override
    public void close() {}

    /** Writes down what it is told. */
    static final class FakeConnection implements Connection {

        final ConnectionListener listener;
        final List<String> calls = new ArrayList<>();
        final List<Outgoing> sent = new ArrayList<>();
        Runnable whileSending = () -> {};
        boolean closed;

        FakeConnection(ConnectionListener listener) {
            this.listener = listener;
        }

        @Override
        public void subscribe(SpaceRef space) {
            calls.add("subscribe " + space.id());
        }

        @Override
        public void unsubscribe(String spaceId) {
            calls.add("unsubscribe " + spaceId);
        }

        @Override
        public void send(Outgoing outgoing) {
            calls.add("send " + outgoing.spaceId() + " " + outgoing.content().bodyText());
            sent.add(outgoing);
            whileSending.run();
        }

        @Override
        public void presence(OutgoingPresence presence) {
            calls.add("presence " + presence.spaceId() + " " + presence.kind() + " of " + presence.userId());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
