package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import java.time.Instant;
import java.util.List;

/** Events as Ann causes them in the space Lab. */
final class Events {

    static final Space LAB = new Space("60aa11bb22cc33dd44ee5501", "Lab", Space.Kind.GROUP);
    static final User ANN = new User("5f00aa11bb22cc33dd44ee01", User.Kind.USER, "ann@example.org", "Ann");

    private Events() {}

    static Message message(String text, Change change) {
        return new Message(envelope(change), text, text, List.of(), List.of(), null);
    }

    static Task task(String title, Change change) {
        return new Task(envelope(change), title, "", Task.Status.PENDING, List.of(), null, List.of());
    }

    static Post post(String title) {
        return new Post(envelope(Change.CREATED), title, "", "", List.of());
    }

    private static Envelope envelope(Change change) {
        return new Envelope("60aa22cc33dd44ee55ff6602", LAB, ANN, Instant.EPOCH, null, change);
    }

    static User person(String lastDigits, String username, String displayName) {
        return new User("5f00aa11bb22cc33dd44ee" + lastDigits, User.Kind.USER, username, displayName);
    }
}
