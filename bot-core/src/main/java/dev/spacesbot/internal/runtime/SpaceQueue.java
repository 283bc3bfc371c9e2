package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.SendFailure;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out to one space: one at a time, the next once the service confirmed the one before, so that order survives
 * every retry. Safe for use by several threads; nothing alien is called while it is locked.
 */
final class SpaceQueue {

    private static final int MOST_FAILURES = 4;
    private static final int REMEMBERED = 100;

    private static final Logger log = LoggerFactory.getLogger(SpaceQueue.class);

    private final String spaceId;
    private final Outbox outbox;
    private final Queue<Sending> waiting = new ArrayDeque<>();
    private final Queue<String> confirmed = new ArrayDeque<>();
    private @Nullable Sending current;
    private Instant currentSince = Instant.MAX;

    /** {@code lastSaid} is the last message that an earlier process knew to have arrived; null for none. */
    SpaceQueue(String spaceId, Outbox outbox, @Nullable String lastSaid) {
        this.spaceId = spaceId;
        this.outbox = outbox;
        if (lastSaid != null) {
            confirmed.add(lastSaid);
        }
    }

    /** Adds the parts of one reply; nothing gets between them. */
    void add(List<Sending> parts) {
        synchronized (this) {
            parts.forEach(part -> part.reply = parts);
            waiting.addAll(parts);
        }
        advance();
    }

    /** Takes up the next one where none is under way. */
    private void advance() {
        Sending next;
        synchronized (this) {
            if (current != null || waiting.isEmpty()) {
                return;
            }
            next = waiting.remove();
            current = next;
            currentSince = outbox.now();
        }
        proceed();
    }

    /** How long the head of the queue has been that; zero where there is none. */
    synchronized Duration age() {
        return current == null ? Duration.ZERO : Duration.between(currentSince, outbox.now());
    }

    /** The space is joined: what waited for that goes on. */
    void resume() {
        Sending sending;
        Sending.State next;
        synchronized (this) {
            sending = current;
            if (sending == null || sending.state != Sending.State.SPACE) {
                return;
            }
            next = sending.files.isEmpty() ? Sending.State.PACE : Sending.State.UPLOAD;
            // Also before its files are uploaded: where it was sent, they were.
            next = sending.uncertain ? Sending.State.RETRY : next;
            sending.state = next;
        }
        switch (next) {
            case UPLOAD -> outbox.upload(this, sending);
            case RETRY -> outbox.lookUp(this, sending);
            default -> outbox.pace(() -> transmit(sending));
        }
    }

    /** The files of a reply are there: the last of its parts, of which this is the first, has them. */
    void uploaded(Sending first, List<Attachment> attachments) {
        synchronized (this) {
            if (current != first || first.state != Sending.State.UPLOAD) {
                return;
            }
            Sending last = first.reply.get(first.reply.size() - 1);
            last.outgoing = last.outgoing.with(attachments);
            first.files = List.of();
            first.state = Sending.State.SPACE;
        }
        proceed();
    }

    /** A file of a reply is not there, so nothing of that reply is sent. */
    void notUploaded(Sending first, TransportException why) {
        synchronized (this) {
            if (current != first || first.state != Sending.State.UPLOAD) {
                return;
            }
            current = null;
            waiting.removeAll(first.reply);
        }
        for (Sending part : first.reply) {
            outbox.finish(part, () -> part.done.completeExceptionally(why));
        }
        advance();
    }

    private boolean transmit(Sending sending) {
        Connection connection = outbox.connectionTo(spaceId);
        synchronized (this) {
            if (current != sending || sending.state != Sending.State.PACE) {
                return false;
            }
            sending.state = connection == null ? Sending.State.SPACE : Sending.State.ECHO;
            sending.sentAt = outbox.now();
        }
        if (connection != null && connection == outbox.connectionTo(spaceId)) {
            connection.send(sending.outgoing);
            return true;
        }
        // A connection that went between the two looks at it took no notice of this one, which is not sent.
        await(sending);
        return false;
    }

    /** Back to waiting for the space, unless something else became of it. */
    private void await(Sending sending) {
        synchronized (this) {
            if (current == sending && sending.state == Sending.State.ECHO) {
                sending.state = Sending.State.SPACE;
            }
        }
        proceed();
    }

    /** Goes on where the space is joined; else {@code joined} or {@code refused} will follow. */
    private void proceed() {
        if (outbox.isJoined(spaceId)) {
            resume();
        }
    }

    /** The service's echo of what is under way; returns whether it is that. */
    boolean confirmed(Predicate<Sending> which, String messageId) {
        Sending sending = take(which);
        if (sending != null) {
            remember(messageId);
            outbox.finish(sending, () -> sending.done.complete(messageId));
            advance();
        }
        return sending != null;
    }

    private synchronized void remember(String messageId) {
        if (confirmed.size() == REMEMBERED) {
            confirmed.remove();
        }
        confirmed.add(messageId);
    }

    /** Whether this id is known to be something else that was sent: the same text may be sent twice on purpose. */
    synchronized boolean hasConfirmed(String messageId) {
        return confirmed.contains(messageId);
    }

    /** The service did not accept what is under way: tries again where that may help. */
    void failed(SendFailure failure) {
        Sending sending = matching(failure);
        if (sending == null) {
            log.debug("A failure in space {} that belongs to nothing under way: {}", spaceId, failure.reason());
        } else if (failure.reason().startsWith("not.authorized") || sending.failures > MOST_FAILURES) {
            String reason = failure.reason().isEmpty() ? "the service did not say why" : failure.reason();
            giveUp(sending, TransportException.Kind.REJECTED, "Space " + spaceId + " does not take it: " + reason);
        } else if (failure.subscriptionRequired()) {
            outbox.rejoin(spaceId);
            proceed();
        } else {
            outbox.later(sending.failures, this::resume);
        }
    }

    private synchronized @Nullable Sending matching(SendFailure failure) {
        Sending sending = current;
        if (sending == null || sending.state != Sending.State.ECHO) {
            return null;
        }
        boolean same = failure.loopback() != null
                ? failure.loopback().equals(sending.outgoing.loopback())
                : failure.bodyText().isEmpty()
                        || failure.bodyText().equals(sending.outgoing.content().bodyText());
        if (!same) {
            return null;
        }
        sending.failures++;
        sending.state = Sending.State.SPACE;
        return sending;
    }

    /** The connection is gone: what was not confirmed may or may not have arrived. */
    synchronized void disconnected() {
        if (current != null && current.state == Sending.State.ECHO) {
            current.uncertain = true;
            current.state = Sending.State.SPACE;
        }
    }

    /** The space cannot be joined: nothing of what is there can be sent. */
    void refused(String reason) {
        for (Sending sending = drop(); sending != null; sending = drop()) {
            fail(sending, TransportException.Kind.REJECTED, "Space " + spaceId + " cannot be joined: " + reason);
        }
    }

    private synchronized @Nullable Sending drop() {
        Sending sending = current == null ? waiting.poll() : current;
        current = null;
        return sending;
    }

    /** Whether something is under way that nobody confirmed for so long; it is looked up in the history then. */
    boolean overdue(Instant now, Duration patience) {
        synchronized (this) {
            if (current == null || current.state != Sending.State.ECHO) {
                return false;
            }
            if (current.sentAt.plus(patience).isAfter(now)) {
                return true;
            }
            current.uncertain = true;
            current.failures++;
            current.state = Sending.State.SPACE;
        }
        log.warn("What was sent to space {} is not confirmed; looking for it in the history", spaceId);
        resume();
        return true;
    }

    /** What the history says of an uncertain one: the id it has there; empty where it is not there, so it is sent again. */
    void lookedUp(Sending sending, Optional<String> messageId) {
        if (messageId.isPresent()) {
            boolean unused = confirmed(each -> each == sending, messageId.get());
            return;
        }
        if (sending.failures > MOST_FAILURES) {
            giveUp(sending, TransportException.Kind.UNAVAILABLE, "Space " + spaceId + " never showed it");
            return;
        }
        synchronized (this) {
            if (current != sending || sending.state != Sending.State.RETRY) {
                return;
            }
            sending.uncertain = false;
            sending.state = Sending.State.SPACE;
            // What an earlier process did not send, it did not send anything after.
            waiting.stream().filter(later -> later.restored).forEach(later -> later.uncertain = false);
        }
        proceed();
    }

    /** Ends the wait for one that cannot be brought to an end well. */
    void giveUp(Sending sending, TransportException.Kind kind, String reason) {
        if (take(each -> each == sending) != null) {
            fail(sending, kind, reason);
            advance();
        }
    }

    private void fail(Sending sending, TransportException.Kind kind, String reason) {
        outbox.finish(sending, () -> sending.done.completeExceptionally(new TransportException(kind, reason)));
    }

    private synchronized @Nullable Sending take(Predicate<Sending> which) {
        Sending sending = current;
        if (sending == null || !which.test(sending)) {
            return null;
        }
        current = null;
        return sending;
    }
}
