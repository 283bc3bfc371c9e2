package dev.spacesbot.internal.jdbc;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.EmptyService;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service that lets a bot into every space, and writes down what it says there. */
final class EchoingService extends EmptyService {

    private static final User BOT = new User("bot", User.Kind.USER, "bot@example.org", "Bot");
    private static final User ANN = new User("ann", User.Kind.USER, "ann@example.org", "Ann");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile @Nullable ConnectionListener listener;

    /** What the bot has said so far. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Ann says something. */
    void say(String spaceId, String text) {
        ConnectionListener hearing = listener;
        if (hearing == null) {
            throw new IllegalStateException("The bot is not connected");
        }
        hearing.received(message(ANN, spaceId, text), null);
    }

    private Message message(User sender, String spaceId, String text) {
        Space space = new Space(spaceId, "", Space.Kind.GROUP);
        String id = "m" + ids.incrementAndGet();
        Envelope envelope = new Envelope(id, space, sender, Instant.now(), null, Change.CREATED);
        return new Message(envelope, text, text, List.of(), List.of(), null);
    }

    @Override
    public Connection connect(ConnectionListener hearing) {
        listener = hearing;
        return new Connection() {

            @Override
            public void subscribe(SpaceRef space) {
                hearing.subscribed(space.id());
            }

            @Override
            public void unsubscribe(String spaceId) {
                hearing.unsubscribed(spaceId);
            }

            @Override
            public void send(Outgoing outgoing) {
                said.add(outgoing.content().bodyText());
                hearing.received(
                        message(BOT, outgoing.spaceId(), outgoing.content().bodyText()), outgoing.loopback());
            }

            @Override
            public void presence(OutgoingPresence presence) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public User me() {
        return BOT;
    }
}
