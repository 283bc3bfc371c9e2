package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.journal.Letter;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.SendFailure;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only place that sends. In order within a space, within the pace, confirmed by the service's echo, tried again where
 * that may help. Safe for use by several threads.
 */
final class Outbox implements JoinListener {

    /** How long the service may take to confirm. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final Subscriptions subscriptions;
    private final Pacer pacer;
    private final Timers timers;
    private final Attempts attempts;
    private final Backoff backoff;
    private final DirectSpaces directs;
    private final Uploads uploads;
    private final Traces traces;
    private final Function<String, @Nullable String> lastSaid;
    private final Map<String, SpaceQueue> queues = new ConcurrentHashMap<>();
    private final Count pending = new Count();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicLong sendings = new AtomicLong();

    /** Makes loopback texts unlike those of any other process of this account. */
    private final String run = UUID.randomUUID().toString().substring(0, 8) + "-";

    /** Of a process that goes on for no other. */
    Outbox(Subscriptions subscriptions, Pacer pacer, Transport transport, Surroundings surroundings) {
        this(subscriptions, pacer, transport, surroundings, spaceId -> null);
    }

    /** {@code lastSaid} tells which of the bot's messages in a space an earlier process knew to have arrived; null for none. */
    Outbox(
            Subscriptions subscriptions,
            Pacer pacer,
            Transport transport,
            Surroundings surroundings,
            Function<String, @Nullable String> lastSaid) {
        this.lastSaid = lastSaid;
        this.subscriptions = subscriptions;
        this.pacer = pacer;
        this.timers = surroundings.timers();
        this.attempts = Attempts.in(surroundings);
        this.backoff = surroundings.backoff();
        this.directs = new DirectSpaces(transport, attempts);
        this.uploads = new Uploads(transport, surroundings);
        this.traces = new Traces(transport);
        subscriptions.listen(this);
    }

    /**
     * Sends a reply.
     *
     * @param parentId the task or post it comments on, or null
     * @return completes with the id of what was sent, of the last part where it was cut; exceptionally where it was not sent
     */
    CompletableFuture<String> send(String spaceId, Reply reply, @Nullable String parentId) {
        return send(spaceId, reply, parentId, null);
    }

    /** Sends a letter to a space, as {@link #send(String, Reply, String)} does; what is restored is looked for first. */
    CompletableFuture<Delivery> send(String spaceId, Letter letter) {
        return send(spaceId, letter.reply(), letter.parentId(), letter.restored() ? letter.written() : null)
                .thenApply(id -> new Delivery(spaceId, id));
    }

    private CompletableFuture<String> send(
            String spaceId, Reply reply, @Nullable String parentId, @Nullable Instant perhapsSince) {
        if (subscriptions.left(spaceId)) {
            return CompletableFuture.failedFuture(new TransportException(
                    TransportException.Kind.REJECTED, "Space " + spaceId + " was left; join it before sending to it"));
        }
        CompletableFuture<String> last = CompletableFuture.completedFuture("");
        List<Sending> parts = new ArrayList<>();
        try {
            List<Upload> files = Uploads.resolved(reply.extras().attachments());
            for (Outgoing.Content content : Parts.of(reply)) {
                String loopback = run + sendings.incrementAndGet();
                Sending sending =
                        new Sending(new Outgoing(spaceId, Parts.category(reply), content, parentId, loopback));
                if (perhapsSince != null) {
                    sending.restoredFrom(perhapsSince);
                }
                last = last.thenCombine(sending.done, (before, id) -> id);
                parts.add(sending);
            }
            if (!files.isEmpty()) {
                parts.get(0).files = files;
            }
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
        pending.add(parts.size());
        queues.computeIfAbsent(spaceId, id -> new SpaceQueue(id, this, lastSaid.apply(id)))
                .add(parts);
        return last;
    }

    /** Sends a letter to the direct space with somebody; opens that space first where there is none. */
    CompletableFuture<Delivery> sendDirect(User person, Letter letter) {
        CompletableFuture<Delivery> sent = new CompletableFuture<>();
        pending.add(1);
        var unused = directs.with(person, space -> pass(send(space.id(), letter), sent))
                .whenComplete((space, error) -> {
                    pending.add(-1);
                    if (error != null) {
                        sent.completeExceptionally(error);
                    }
                });
        return sent.whenComplete((id, error) -> {
            if (error != null) {
                directs.forget(person);
            }
        });
    }

    private static <T> void pass(CompletableFuture<T> from, CompletableFuture<T> to) {
        var unused = from.whenComplete((value, error) -> {
            if (error == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(error);
            }
        });
    }

    /** What is not yet confirmed, nor given up. */
    Count pending() {
        return pending;
    }

    /** For how long that which waits longest has been at the head of its queue. */
    Duration age() {
        return queues.values().stream()
                .map(SpaceQueue::age)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Takes the service's echo; returns whether this process sent it, now or earlier. */
    boolean confirm(SpaceEvent event, String loopback) {
        boolean unused = confirm(event, sending -> sending.outgoing.loopback().equals(loopback));
        return loopback.startsWith(run);
    }

    /**
     * Takes a message without loopback, where the service does not repeat it: what was sent is recognised by its text and
     * files. Returns whether it was.
     */
    boolean confirmByText(Message message) {
        return confirm(
                message,
                sending -> sending.state == Sending.State.ECHO && Traces.same(sending.outgoing.content(), message));
    }

    private boolean confirm(SpaceEvent event, Predicate<Sending> which) {
        SpaceQueue queue = queues.get(event.space().id());
        return queue != null && queue.confirmed(which, event.id());
    }

    /** Takes the service's refusal of something sent. */
    void failed(SendFailure failure) {
        SpaceQueue queue = queues.get(failure.spaceId());
        if (queue != null) {
            queue.failed(failure);
        }
    }

    @Override
    public void disconnected() {
        queues.values().forEach(SpaceQueue::disconnected);
    }

    @Override
    public void joined(String spaceId, Instant since) {
        SpaceQueue queue = queues.get(spaceId);
        if (queue != null) {
            queue.resume();
        }
    }

    @Override
    public void refused(String spaceId, String reason) {
        SpaceQueue queue = queues.get(spaceId);
        if (queue != null) {
            queue.refused(reason);
        }
    }

    Instant now() {
        return timers.now();
    }

    @Nullable
    Connection connectionTo(String spaceId) {
        return subscriptions.connectionTo(spaceId);
    }

    /** Whether a space is joined; where it is not, it is asked for, and {@code joined} or {@code refused} will follow. */
    boolean isJoined(String spaceId) {
        return subscriptions.ensure(spaceId);
    }

    void rejoin(String spaceId) {
        subscriptions.forgotten(spaceId);
    }

    void pace(BooleanSupplier event) {
        pacer.submit(Pacer.Priority.SEND, () -> {
            boolean sent = event.getAsBoolean();
            if (sent) {
                // Not before it went out: the pace may hold it up for longer than anybody looks.
                lookAfterOverdue();
            }
            return sent;
        });
    }

    void later(int failures, Runnable task) {
        timers.after(backoff.after(failures), task);
    }

    void finish(Sending sending, Runnable completion) {
        completion.run();
        pending.add(-1);
    }

    /** Looks an uncertain one up in its space's history. */
    void lookUp(SpaceQueue queue, Sending sending) {
        var unused = attempts.of(() -> traces.of(sending, queue)).handle((found, error) -> {
            if (error != null) {
                log.warn("What is unconfirmed is sent again, as the history cannot be read: {}", error.toString());
            }
            queue.lookedUp(sending, error == null ? found : Optional.empty());
            return found;
        });
    }

    /** Uploads the files of a reply, of which {@code first} is the first part. */
    void upload(SpaceQueue queue, Sending first) {
        var unused = uploads.bring(first.outgoing.spaceId(), first.files).whenComplete((attachments, error) -> {
            if (error == null) {
                queue.uploaded(first, attachments);
            } else {
                queue.notUploaded(first, Uploads.failure(error));
            }
        });
    }

    private void lookAfterOverdue() {
        if (looking.compareAndSet(false, true)) {
            timers.after(LOOK_EVERY, () -> {
                looking.set(false);
                boolean more = false;
                for (SpaceQueue queue : queues.values()) {
                    more |= queue.overdue(timers.now(), PATIENCE);
                }
                if (more) {
                    lookAfterOverdue();
                }
            });
        }
    }
}
