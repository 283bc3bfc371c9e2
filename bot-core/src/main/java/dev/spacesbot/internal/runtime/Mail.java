package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.journal.Letter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes letters of replies and sends them: each is kept until the service has it, or will never have it. */
final class Mail {

    private static final Logger log = LoggerFactory.getLogger(Mail.class);

    private final Outbox outbox;
    private final Journal journal;
    private final Observer observer;
    private final Apologies apologies;

    Mail(Outbox outbox, Journal journal, Observer observer) {
        this.outbox = outbox;
        this.journal = journal;
        this.observer = observer;
        this.apologies = new Apologies(observer);
    }

    Apologies apologies() {
        return apologies;
    }

    /** A reply as a letter; null where there is nothing to send. */
    @Nullable
    Letter letter(Occasion occasion, Reply reply) {
        Space space = occasion.space();
        if (space == null || reply.isBlank()) {
            log.debug("A blank reply, or one that belongs to no space, is not sent");
            return null;
        }
        if (!reply.extras().direct() || space.kind() == Space.Kind.DIRECT) {
            String parentId = reply.kind() == Reply.Kind.CHAT ? parent(occasion.event()) : null;
            return journal.letter(space.id(), null, parentId, reply);
        }
        User person = occasion.sender();
        if (person == null) {
            throw new IllegalStateException(
                    "Nobody wrote what this answers, so Reply.inDirectMessage means nobody: send to"
                            + " the space that Spaces.direct gives");
        }
        return journal.letter(space.id(), person, null, reply);
    }

    /** A reply to a task or post is a comment on it, and one to a comment stands beside it. */
    private static @Nullable String parent(@Nullable SpaceEvent event) {
        if (event instanceof Message message) {
            return message.parentId();
        }
        return event instanceof Task || event instanceof Post ? event.id() : null;
    }

    /** Sends a letter that is kept; completes once the service has it, or will never have it, which is told. */
    CompletableFuture<String> post(Letter letter, Occasion occasion, String handler) {
        return out(letter).exceptionally(error -> {
            Optional<Reply> apology = apologies.failed(occasion, handler, cause(error));
            boolean words = letter.reply().kind() == Reply.Kind.CHAT
                    && letter.reply().extras().attachments().isEmpty();
            // Nobody sees that a task, a post or a file is missing, but whoever waits for it. Words there would be no
            // use.
            apology.filter(reply -> !words)
                    .map(reply -> letter(occasion, reply))
                    .ifPresent(sorry -> {
                        journal.keepSoon(journal.put(sorry));
                        var unused = out(sorry);
                    });
            return "";
        });
    }

    /** Sends on the bot's own initiative; completes with the id, or exceptionally where it was not sent. */
    CompletableFuture<String> send(String spaceId, Reply reply) {
        Letter letter = journal.letter(spaceId, null, null, reply);
        journal.keepSoon(journal.put(letter));
        return out(letter);
    }

    /** Sends what an earlier process may not have sent. */
    void restore(List<Letter> letters) {
        for (Letter letter : letters) {
            var unused = post(
                    letter,
                    Occasion.in(new Space(letter.spaceId(), "", Space.Kind.GROUP)),
                    "A reply of an earlier run");
        }
    }

    private CompletableFuture<String> out(Letter letter) {
        observer.said();
        User person = letter.person();
        CompletableFuture<Delivery> sent =
                person == null ? outbox.send(letter.spaceId(), letter) : outbox.sendDirect(person, letter);
        return sent.handle((delivery, error) -> {
            if (error == null) {
                observer.confirmed();
                journal.sent(letter, delivery.spaceId(), delivery.messageId());
                return delivery.messageId();
            }
            observer.parked();
            journal.parked(letter, text(error));
            throw new CompletionException(cause(error));
        });
    }

    private static String text(Throwable error) {
        Throwable cause = cause(error);
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
