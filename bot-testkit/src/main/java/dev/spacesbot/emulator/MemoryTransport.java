package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import dev.spacesbot.transport.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One account's way to the emulator without a network. Calls and deliveries happen on the calling thread. */
final class MemoryTransport implements Transport {

    private static final int SERVER_ERROR = 500;
    /** What a client does where it is not told how long. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Duration EARLY = Duration.ofMinutes(5);

    private final World world;
    private final Api api;
    private final ChatProtocol protocol;
    private @Nullable String refreshToken;
    private @Nullable Token renewable;
    private String token;
    private @Nullable MemoryConnection live;

    private MemoryTransport(World world, String token) {
        this.world = world;
        this.api = new Api(world);
        this.protocol = new ChatProtocol(world);
        this.token = token;
    }

    /** With a token that cannot be renewed, and may be wrong. */
    static MemoryTransport fixed(World world, String token) {
        return new MemoryTransport(world, token);
    }

    /** With tokens that can be renewed: as with OAuth for a registered user, as another guest for a guest. */
    static MemoryTransport renewing(World world, EmulatedUser user) {
        Token first = world.turns().decide(() -> world.accounts().token(user));
        MemoryTransport transport = new MemoryTransport(world, first.value());
        transport.renewable = first;
        transport.refreshToken = user.registered() ? user.refreshToken() : null;
        return transport;
    }

    @Override
    public User me() {
        return call("me", user -> EventReader.user(api.me(user)));
    }

    @Override
    public synchronized Connection connect(ConnectionListener listener) {
        MemoryConnection connection = new MemoryConnection(world, protocol, listener);
        try {
            connection.open(token);
        } catch (Declined e) {
            throw new TransportException(Kind.REFUSED, "The service refused the connection: " + e.words());
        }
        live = connection;
        return connection;
    }

    @Override
    public synchronized boolean renewToken() {
        Token old = renewable;
        if (old == null) {
            return false;
        }
        return answered(() -> {
            Token next;
            if (refreshToken == null) {
                next = api.anonymous(old.user().displayName(), "");
            } else {
                Api.Grant grant = api.refresh(refreshToken);
                refreshToken = grant.refreshToken();
                next = grant.access();
            }
            renewable = next;
            token = next.value();
            return true;
        });
    }

    @Override
    public synchronized @Nullable Instant renewAt() {
        return renewable == null ? null : renewable.expires().minus(EARLY);
    }

    @Override
    public List<Space> spaces() {
        return call(
                "spaces",
                user -> api.spaces(user).stream().map(EventReader::space).toList());
    }

    @Override
    public List<SpaceEvent> history(String spaceId, Instant since) {
        return events(call("history", user -> api.history(user, spaceId)), since).stream()
                .sorted(Comparator.comparing(SpaceEvent::created))
                .toList();
    }

    @Override
    public List<SpaceEvent> changes(Collection<String> spaceIds, Instant since) {
        if (spaceIds.isEmpty()) {
            return List.of();
        }
        return events(call("changes", user -> api.histories(user, spaceIds)), since).stream()
                .sorted(Comparator.comparing(SpaceEvent::changed))
                .toList();
    }

    private static List<SpaceEvent> events(List<ObjectNode> all, Instant since) {
        Instant from = since.truncatedTo(ChronoUnit.MILLIS);
        return all.stream()
                .filter(message -> !MessageLog.lastChange(message).isBefore(from))
                .flatMap(message -> EventReader.read(message).stream())
                .toList();
    }

    @Override
    public Instant now() {
        return world.timers().now();
    }

    @Override
    public List<Member> members(String spaceId) {
        return call(
                "members",
                user -> api.members(user, spaceId).stream()
                        .map(EventReader::member)
                        .toList());
    }

    @Override
    public Space direct(String userId) {
        return call("direct", user -> EventReader.space(api.describe(api.direct(user, userId))));
    }

    @Override
    public Attachment upload(String spaceId, Upload file) {
        String key = call("upload", user -> api.expectFile(user, file.mimeType(), file.size()));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            file.writeTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes everything", e);
        }
        return answered(() -> {
            api.fillFile(key, file.mimeType(), content.toByteArray());
            return new Attachment(key, file.name(), file.mimeType(), file.size(), "");
        });
    }

    @Override
    public synchronized void close() {
        if (live != null) {
            live.close();
        }
    }

    private <T> T call(String name, Function<EmulatedUser, T> call) {
        String current;
        synchronized (this) {
            current = token;
        }
        return answered(() -> api.as(current, name, call));
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (Declined e) {
            throw failure(e);
        }
    }

    private static TransportException failure(Declined e) {
        String words = "The service declined (" + e.status() + "): " + e.words();
        Duration wait = e.retryAfter();
        if (wait != null) {
            return new TransportException(Kind.UNAVAILABLE, words, wait);
        }
        if (e.status() == Declined.TOO_MANY) {
            return new TransportException(Kind.UNAVAILABLE, words, A_MINUTE);
        }
        return new TransportException(kind(e.status()), words);
    }

    private static Kind kind(int status) {
        if (status == Declined.UNAUTHORIZED) {
            return Kind.REFUSED;
        }
        return status >= SERVER_ERROR ? Kind.UNAVAILABLE : Kind.REJECTED;
    }
}
