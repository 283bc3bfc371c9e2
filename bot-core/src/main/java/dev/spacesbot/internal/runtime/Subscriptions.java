package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which spaces the bot wants to be in, and in which it is: asks for each on every new connection, and again, ever more
 * rarely, for those that were refused. Safe for use by several threads; no call waits.
 */
final class Subscriptions {

    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private final Pacer pacer;
    private final Timers timers;
    private final Backoff backoff;
    private final Map<String, Subscription> wanted = new LinkedHashMap<>();
    private final Set<String> left = new HashSet<>();
    private final Leavings leavings = new Leavings();
    private final List<JoinListener> listeners = new ArrayList<>();
    private final Supplier<Instant> serviceTime;
    private @Nullable Connection connection;

    Subscriptions(Pacer pacer, Timers timers, Backoff backoff, Supplier<Instant> serviceTime) {
        this.pacer = pacer;
        this.timers = timers;
        this.backoff = backoff;
        this.serviceTime = serviceTime;
    }

    /** Tells {@code listener} from now on; called while the runtime is put together. */
    void listen(JoinListener listener) {
        listeners.add(listener);
    }

    /** Wants these spaces for good: a refusal does not end the wish. Spaces that were left stay left. */
    void keep(List<SpaceRef> spaces) {
        synchronized (this) {
            for (SpaceRef space : spaces) {
                if (!left.contains(space.id())) {
                    wanted.computeIfAbsent(space.id(), id -> new Subscription(space)).lasting = true;
                }
            }
        }
    }

    /** A new connection; calls nothing alien. */
    synchronized void connected(Connection connection) {
        this.connection = connection;
    }

    /** Asks for every wanted space. */
    void askForAll() {
        List<Subscription> all;
        synchronized (this) {
            all = List.copyOf(wanted.values());
        }
        all.forEach(this::ask);
    }

    /** The connection is gone, and every subscription with it. */
    void disconnected() {
        synchronized (this) {
            connection = null;
            wanted.values().forEach(Subscription::reset);
        }
        leavings.endAll();
        listeners.forEach(JoinListener::disconnected);
    }

    /** Joins a space; completes at once where it is joined. A refusal ends the wish, unless the space is configured. */
    CompletionStage<Void> join(SpaceRef space) {
        Subscription subscription;
        CompletableFuture<Void> joined = new CompletableFuture<>();
        synchronized (this) {
            left.remove(space.id());
            subscription = wanted.computeIfAbsent(space.id(), id -> new Subscription(space));
            if (space.password() != null) {
                subscription.space = space;
            }
            if (subscription.state == Subscription.State.JOINED) {
                joined.complete(null);
                return joined;
            }
            subscription.waiting.add(joined);
        }
        ask(subscription);
        return joined;
    }

    /** Whether a space is joined; where it is not, it is asked for, and a listener hears what comes of it. */
    boolean ensure(String spaceId) {
        Subscription subscription;
        synchronized (this) {
            subscription = left.contains(spaceId)
                    ? null
                    : wanted.computeIfAbsent(spaceId, id -> new Subscription(SpaceRef.open(spaceId)));
            if (subscription != null && subscription.state == Subscription.State.JOINED) {
                return true;
            }
        }
        if (subscription == null) {
            listeners.forEach(listener -> listener.refused(spaceId, "it was left"));
        } else {
            ask(subscription);
        }
        return false;
    }

    /** Leaves a space; completes once the service says so, or stays silent. */
    CompletionStage<Void> leave(String spaceId) {
        CompletableFuture<Void> done = null;
        List<CompletableFuture<Void>> waited = List.of();
        synchronized (this) {
            left.add(spaceId);
            Subscription subscription = wanted.remove(spaceId);
            if (subscription != null) {
                subscription.reset();
                waited = subscription.waited();
                done = connection == null ? null : leavings.begin(spaceId);
            }
        }
        Subscription.fail(waited, "Space " + spaceId + " was left");
        listeners.forEach(listener -> listener.refused(spaceId, "it was left"));
        CompletableFuture<Void> leaving = done == null ? CompletableFuture.completedFuture(null) : done;
        pacer.submit(Pacer.Priority.SUBSCRIBE, () -> sendLeave(spaceId, leaving));
        return leaving;
    }

    private boolean sendLeave(String spaceId, CompletableFuture<Void> done) {
        Connection current;
        synchronized (this) {
            current = connection;
        }
        if (current == null || done.isDone()) {
            return false;
        }
        timers.after(ANSWER_WITHIN, () -> leavings.unanswered(spaceId, done));
        current.unsubscribe(spaceId);
        return true;
    }

    /** Whether the bot has left a space on purpose. */
    synchronized boolean left(String spaceId) {
        return left.contains(spaceId);
    }

    /** The ids of the spaces that are joined. */
    synchronized Set<String> joined() {
        return wanted.values().stream()
                .filter(subscription -> subscription.state == Subscription.State.JOINED)
                .map(subscription -> subscription.space.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The spaces that are wanted and not joined, by id, with the reason; empty where none is known yet. */
    synchronized Map<String, String> missing() {
        Map<String, String> missing = new TreeMap<>();
        wanted.values().stream()
                .filter(subscription -> subscription.state != Subscription.State.JOINED)
                .forEach(subscription -> missing.put(subscription.space.id(), subscription.reason));
        return missing;
    }

    /** The connection on which a space is joined; null where it is not. */
    synchronized @Nullable Connection connectionTo(String spaceId) {
        Subscription subscription = wanted.get(spaceId);
        return subscription != null && subscription.state == Subscription.State.JOINED ? connection : null;
    }

    /** The service says that it knows nothing of this subscription: asks again. */
    void forgotten(String spaceId) {
        Subscription subscription;
        synchronized (this) {
            subscription = wanted.get(spaceId);
            if (subscription != null) {
                subscription.reset();
            }
        }
        if (subscription != null) {
            ask(subscription);
        }
    }

    /** The service's answer to a wish to join. */
    void subscribed(String spaceId) {
        List<CompletableFuture<Void>> waiting;
        // Before anybody knows: what is said to a bot that is there shall be handled.
        Instant since = serviceTime.get();
        synchronized (this) {
            Subscription subscription = wanted.get(spaceId);
            if (subscription == null || connection == null || subscription.isHeldUp()) {
                return;
            }
            waiting = subscription.joined();
        }
        log.info("Joined space {}", spaceId);
        waiting.forEach(future -> future.complete(null));
        listeners.forEach(listener -> listener.joined(spaceId, since));
    }

    /** The service's other answer. */
    void refused(String spaceId, String reason) {
        refused(spaceId, reason, subscription -> !subscription.isHeldUp());
    }

    private void refused(String spaceId, String words, Predicate<Subscription> meant) {
        List<CompletableFuture<Void>> waited;
        String reason;
        boolean news;
        synchronized (this) {
            Subscription subscription = wanted.get(spaceId);
            if (subscription == null
                    || connection == null
                    || subscription.state == Subscription.State.JOINED
                    || !meant.test(subscription)) {
                return;
            }
            reason = subscription.space.withoutPassword(words);
            news = !reason.equals(subscription.reason);
            waited = subscription.refused(reason);
            if (!subscription.lasting) {
                wanted.remove(spaceId);
            } else {
                subscription.timer = timers.after(backoff.after(subscription.refusals), () -> ask(subscription));
            }
        }
        if (news) {
            log.warn("Space {} cannot be joined: {}", spaceId, reason);
        }
        Subscription.fail(waited, "Space " + spaceId + " cannot be joined: " + reason);
        listeners.forEach(listener -> listener.refused(spaceId, reason));
    }

    /** The service says that a space is left, because the bot asked for it or for reasons of its own. */
    void unsubscribed(String spaceId) {
        boolean answered = leavings.answered(spaceId);
        // A leave that arrived after the join which followed it, from another thread, took that one back.
        if (!answered || connectionTo(spaceId) != null) {
            forgotten(spaceId);
        }
    }

    private void ask(Subscription subscription) {
        int asked;
        synchronized (this) {
            boolean wished = wanted.get(subscription.space.id()) == subscription;
            if (!wished || subscription.state != Subscription.State.WANTED || connection == null) {
                return;
            }
            asked = subscription.asking();
        }
        pacer.submit(Pacer.Priority.SUBSCRIBE, () -> sendAsk(subscription, asked));
    }

    private boolean sendAsk(Subscription subscription, int asked) {
        Connection current;
        SpaceRef space;
        synchronized (this) {
            current = connection;
            space = subscription.space;
            if (current == null || subscription.state != Subscription.State.ASKED || subscription.asked != asked) {
                return false;
            }
            subscription.timer = timers.after(ANSWER_WITHIN, () -> unanswered(subscription, asked));
        }
        current.subscribe(space);
        return true;
    }

    private void unanswered(Subscription subscription, int asked) {
        refused(
                subscription.space.id(),
                "no answer within " + ANSWER_WITHIN.toSeconds() + " seconds",
                meant -> meant == subscription && meant.asked == asked);
    }
}
