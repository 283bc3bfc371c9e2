package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chat messages as a service tells of them. */
final class Chats {

    static final User ANN = new User("ann", User.Kind.USER, "ann@example.org", "Ann");

    private Chats() {}

    static Presence presence(User user, String spaceId, Presence.Kind kind) {
        Envelope envelope = new Envelope(
                "", new Space(spaceId, "", Space.Kind.GROUP), user, HandTimers.START, null, Change.CREATED);
        return new Presence(envelope, kind, null);
    }

    static Message of(User sender, String spaceId, String id, String text) {
        return of(sender, spaceId, id, text, null);
    }

    static Message of(User sender, String spaceId, String id, String text, @Nullable Instant modified) {
        Envelope envelope = new Envelope(
                id, new Space(spaceId, "", Space.Kind.GROUP), sender, HandTimers.START, modified, Change.CREATED);
        return new Message(envelope, text, text, List.of(), List.of(), null);
    }
}
