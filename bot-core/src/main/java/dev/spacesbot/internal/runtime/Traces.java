package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks in the history of a space for what was sent there and not confirmed: own sender, same text, not before it was sent. */
final class Traces {

    /** Clocks differ: how far back to look for something sent. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final Transport transport;

    Traces(Transport transport) {
        this.transport = transport;
    }

    /**
     * The id that it has there; empty where it is not there. Blocks.
     *
     * @throws dev.spacesbot.transport.TransportException where the history cannot be read
     */
    Optional<String> of(Sending sending, SpaceQueue queue) {
        String self = transport.me().id();
        List<SpaceEvent> own =
                transport.history(sending.outgoing.spaceId(), sending.sentAt.minus(CLOCKS_DIFFER)).stream()
                        .filter(event -> event.sender().id().equals(self))
                        .toList();
        return lastUnconfirmed(queue, own, sending);
    }

    /** What is sent to a space keeps its order, so only what comes after everything confirmed can be the one. */
    private static Optional<String> lastUnconfirmed(SpaceQueue queue, List<SpaceEvent> oldestFirst, Sending sending) {
        Optional<String> found = Optional.empty();
        for (SpaceEvent event : oldestFirst) {
            if (queue.hasConfirmed(event.id())) {
                found = Optional.empty();
            } else if (found.isEmpty() && same(sending, event)) {
                found = Optional.of(event.id());
            }
        }
        return found;
    }

    private static boolean same(Sending sending, SpaceEvent event) {
        List<Upload> files = sending.filesToCome();
        return files.isEmpty()
                ? same(sending.outgoing.content(), event)
                : sameText(sending.outgoing.content(), event) && sameNames(files, event);
    }

    /** What an earlier process uploaded has ids that nobody knows any more. */
    private static boolean sameNames(List<Upload> files, SpaceEvent event) {
        return files.stream()
                .map(Upload::name)
                .toList()
                .equals(attachments(event).stream().map(Attachment::name).toList());
    }

    /** Whether that is this, in whatever way the service escapes it. */
    static boolean same(Outgoing.Content content, SpaceEvent event) {
        return sameText(content, event) && sameFiles(content, event);
    }

    private static boolean sameText(Outgoing.Content content, SpaceEvent event) {
        return Markup.plainText(content.bodyText()).equals(text(event));
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
