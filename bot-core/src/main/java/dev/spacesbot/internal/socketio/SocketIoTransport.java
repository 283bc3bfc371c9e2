package dev.spacesbot.internal.socketio;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.rest.Http;
import dev.spacesbot.internal.rest.RefreshTokens;
import dev.spacesbot.internal.rest.RestApi;
import dev.spacesbot.internal.rest.Token;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.Upload;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The real service: Socket.IO for what happens now, REST for everything else. Each {@link #connect} opens a new socket
 * with the token of that moment. Its threads are daemons.
 */
public final class SocketIoTransport implements Transport {

    private final Service service;
    private final Timers timers;
    private final Http http;
    private final RestApi rest;
    private final AtomicReference<@Nullable LiveConnection> live = new AtomicReference<>();

    /** For one account; nothing is connected or asked yet. {@code timers} stay the caller's to close, after this. */
    public SocketIoTransport(Service service, Auth auth, Timers timers) {
        this(service, auth, timers, RefreshTokens.inMemory());
    }

    /** The same, with refresh tokens that outlive the process. */
    public SocketIoTransport(Service service, Auth auth, Timers timers, RefreshTokens kept) {
        this.service = service;
        this.timers = timers;
        this.http = new Http(service);
        this.rest = new RestApi(http, service, auth, timers, kept);
    }

    @Override
    public User me() {
        return rest.me();
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        Token token = rest.token();
        LiveConnection next = new LiveConnection(service.socketUrl(), token, http.client(), timers, listener);
        LiveConnection before = live.getAndSet(next);
        if (before != null) {
            before.close();
        }
        next.open();
        return next;
    }

    @Override
    public boolean renewToken() {
        return rest.renewToken();
    }

    @Override
    public @Nullable Instant renewAt() {
        return rest.renewAt();
    }

    @Override
    public List<Space> spaces() {
        return rest.spaces();
    }

    @Override
    public List<SpaceEvent> history(String spaceId, Instant since) {
        return rest.history(spaceId, since);
    }

    @Override
    public List<SpaceEvent> changes(Collection<String> spaceIds, Instant since) {
        return rest.changes(spaceIds, since);
    }

    @Override
    public Instant now() {
        return http.now();
    }

    @Override
    public List<Member> members(String spaceId) {
        return rest.members(spaceId);
    }

    @Override
    public Space direct(String userId) {
        return rest.direct(userId, User.Kind.USER);
    }

    @Override
    public Space direct(User person) {
        return rest.direct(person.id(), person.kind());
    }

    @Override
    public Attachment upload(String spaceId, Upload file) {
        return rest.upload(spaceId, file);
    }

    @Override
    public void close() {
        LiveConnection last = live.getAndSet(null);
        if (last != null) {
            last.closeAndWait();
        }
        http.close();
    }
}
