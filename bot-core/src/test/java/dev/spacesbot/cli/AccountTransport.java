package dev.spacesbot.cli;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.EmptyService;
import dev.spacesbot.transport.TransportException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A way to a service that knows an account's spaces and nothing else. */
final class AccountTransport extends EmptyService {

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
}
