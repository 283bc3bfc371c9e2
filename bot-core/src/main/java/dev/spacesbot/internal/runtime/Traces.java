package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks in the history of a space for what was sent there and not confirmed: own sender, same text, not before it was sent. */
final class Traces {

    /** Clocks differ: how far back to look for something sent. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(Traces.class);

    private final Transport transport;

    Traces(Transport transport) {
        this.transport = transport;
    }

    /** The id that it has there; empty where it is not there, or where that cannot be told. Blocks. */
    Optional<String> of(Sending sending, SpaceQueue queue) {
        String spaceId = sending.outgoing.spaceId();
        try {
            String self = transport.me().id();
            List<SpaceEvent> own = transport.history(spaceId, sending.sentAt.minus(CLOCKS_DIFFER)).stream()
                    .filter(event -> event.sender().id().equals(self))
                    .toList();
            return lastUnconfirmed(queue, own, sending.outgoing.content());
        } catch (RuntimeException e) {
            log.warn(
                    "The history of space {} cannot be read, so what is unconfirmed is sent again: {}",
                    spaceId,
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** What is sent to a space keeps its order, so only what comes after everything confirmed can be the one. */
    private static Optional<String> lastUnconfirmed(
            SpaceQueue queue, List<SpaceEvent> oldestFirst, Outgoing.Content content) {
        Optional<String> found = Optional.empty();
        for (SpaceEvent event : oldestFirst) {
            if (queue.hasConfirmed(event.id())) {
                found = Optional.empty();
            } else if (found.isEmpty() && same(content, event)) {
                found = Optional.of(event.id());
            }
        }
        return found;
    }

    /** Whether that is this, in whatever way the service escapes it. */
    static boolean same(Outgoing.Content content, SpaceEvent event) {
        return Markup.plainText(content.bodyText()).equals(text(event)) && sameFiles(content, event);
    }

    private static String text(SpaceEvent event) {
        if (event instanceof Message message) {
            return message.text();
        }
        return event instanceof Task task ? task.title() : ((Post) event).title();
    }

    /** Every upload has an id of its own: two messages with a file and without words are not the same. */
    private static boolean sameFiles(Outgoing.Content content, SpaceEvent event) {
        return ids(content.attachments()).equals(ids(attachments(event)));
    }

    private static List<String> ids(List<Attachment> files) {
        return files.stream().map(Attachment::fileId).toList();
    }

    private static List<Attachment> attachments(SpaceEvent event) {
        if (event instanceof Message message) {
            return message.attachments();
        }
        return event instanceof Task task ? task.attachments() : ((Post) event).attachments();
    }
}
