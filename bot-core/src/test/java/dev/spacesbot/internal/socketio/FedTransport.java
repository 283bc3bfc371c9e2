package dev.spacesbot.internal.socketio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.internal.wire.IncomingReader;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.EmptyService;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transport that is fed with frames, and reads them as the one for the wire does. It echoes what is sent. For one thread. */
final class FedTransport extends EmptyService {

    private static final User BOT = new User("bot", User.Kind.USER, "bot@example.org", "Bot");

    private final List<String> said = new ArrayList<>();
    private EventFrames frames = new EventFrames(event -> false, (event, payload) -> {});
    private int ids;

    /** A frame comes in. */
    void feed(String frame) {
        if (EventFrames.isEvent(frame)) {
            frames.read(frame);
        } else if (Refusal.isRefusal(frame)) {
            String unused = Refusal.words(frame);
        }
    }

    /** Ann says something. */
    void say(String text) {
        feed(message("ann", text, "lab", null));
    }

    /** What the bot said since this was last asked. */
    List<String> said() {
        List<String> last = List.copyOf(said);
        said.clear();
        return last;
    }

    private String message(String sender, String text, String spaceId, @Nullable String loopback) {
        ObjectNode payload = Json.object()
                .put("_id", "fed" + ++ids)
                .put("category", "chat")
                .put("topicId", spaceId)
                .put("created", HandTimers.START.plusMillis(ids).toString())
                .put("loopbackMetadata", loopback);
        payload.putObject("sender").put("_id", sender).put("type", "user");
        payload.putObject("content").put("bodyText", text);
        return EventFrames.write("MESSAGE_SENT", payload);
    }

    @Override
    public User me() {
        return BOT;
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        IncomingReader reader = new IncomingReader(listener, () -> HandTimers.START);
        frames = new EventFrames(reader::wants, reader::read);
        return new Fed(listener);
    }

    @Override
    public Instant now() {
        return HandTimers.START.plusMillis(ids);
    }

    private final class Fed implements Connection {

        private final ConnectionListener listener;

        Fed(ConnectionListener listener) {
            this.listener = listener;
        }

        @Override
        public void subscribe(SpaceRef space) {
            listener.subscribed(space.id());
        }

        @Override
        public void unsubscribe(String spaceId) {
            listener.unsubscribed(spaceId);
        }

        @Override
        public void send(Outgoing outgoing) {
            String text = outgoing.content().bodyText();
            said.add(text);
            feed(message(BOT.id(), text, outgoing.spaceId(), outgoing.loopback()));
        }

        @Override
        public void presence(OutgoingPresence presence) {}

        @Override
        public void close() {}
    }
}
