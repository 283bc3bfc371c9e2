package dev.spacesbot.cli;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to a service that knows an account's spaces and nothing else. */
final class AccountTransport implements Transport {

    private final List<Space> spaces;
    private final Deque<TransportException> failures = new ArrayDeque<>();
    private boolean renewable;
    private boolean closed;

    AccountTransport(Space... spaces) {
        this.spaces = List.of(spaces);
    }

    /** The next call fails so. */
    AccountTransport failing(TransportException.Kind kind, String message) {
        failures.add(new TransportException(kind, message));
        return this;
    }

    AccountTransport withRenewableToken() {
        renewable = true;
        return this;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public List<Space> spaces() {
        TransportException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return spaces;
    }

    @Override
    public boolean renewToken() {
        return renewable;
    }

    @Override
    public @Nullable Instant renewAt() {
        return null;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public User me() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SpaceEvent> history(String spaceId, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Member> members(String spaceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Attachment upload(String spaceId, Upload file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Space direct(String userId) {
        throw new UnsupportedOperationException();
    }
}
