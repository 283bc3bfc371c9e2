package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connection: opens it, opens a new one when it is lost or refused, with a renewed token where there can be one,
 * and sees to it that every wanted space is joined on it.
 */
final class Supervisor {

    /** After so many refusals in a row a token that cannot be renewed will not be accepted any more. */
    private static final int MOST_REFUSALS = 5;

    /** A connection that does not last so long ends no outage: a service may let a bot in only to drop it. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    /** How long a connection may wait for the REST API to say whose it is. */
    private static final Duration IDENTIFIED_WITHIN = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private final Transport transport;
    private final TokenRenewal tokens;
    private final Wiring wiring;
    private final Subscriptions subscriptions;
    private final Intake intake;
    private final Outbox outbox;
    private final Surroundings surroundings;
    private final Backoff backoff;
    private final Consumer<String> gaveUp;

    private @Nullable Link live;
    private Instant liveSince = Instant.MIN;
    private @Nullable Instant downSince;
    private Timers.@Nullable Timer renewal;
    private int refusals;
    private int unrenewed;
    private boolean connecting;
    private boolean stopped;

    /** {@code gaveUp} is told, once, that the service will not have this bot, and what to do. */
    Supervisor(Wiring wiring, Subscriptions subscriptions, Intake intake, Outbox outbox, Consumer<String> gaveUp) {
        this.transport = wiring.transport();
        this.tokens = new TokenRenewal(transport);
        this.wiring = wiring;
        this.surroundings = wiring.surroundings();
        this.backoff = surroundings.backoff();
        this.subscriptions = subscriptions;
        this.intake = intake;
        this.outbox = outbox;
        this.gaveUp = gaveUp;
    }

    /** Begins to connect; does not wait for it. */
    void start() {
        surroundings.background().execute(this::connect);
    }

    /** Ends the connection for good. */
    void stop() {
        Link last;
        synchronized (this) {
            stopped = true;
            last = live;
            live = null;
            cancelRenewal();
        }
        if (last != null) {
            last.close();
        }
    }

    /** The connection that there is right now; null where there is none. */
    synchronized @Nullable Link live() {
        return live;
    }

    private void connect() {
        Link attempt = new Link(subscriptions, intake, outbox, this::lost);
        synchronized (this) {
            if (stopped || live != null || connecting) {
                return;
            }
            connecting = true;
            downSince = downSince == null ? now() : downSince;
        }
        CompletableFuture<User> me = new CompletableFuture<>();
        try {
            var unused = me.thenAccept(wiring.identity()::set);
            me.completeAsync(transport::me, surroundings.background());
            if (!wiring.prepared().getAsBoolean()) {
                stop();
                return;
            }
            attempt.connected(transport.connect(attempt));
            identify(me);
            if (wiring.allSpaces()) {
                subscriptions.keep(transport.spaces().stream()
                        .map(space -> SpaceRef.open(space.id()))
                        .toList());
            }
            goLive(attempt);
        } catch (TransportException e) {
            attempt.close();
            failed(inWords(e, me));
            return;
        } catch (RuntimeException e) {
            log.error("Connecting failed in a way that was not foreseen", e);
            attempt.close();
            failed(new TransportException(TransportException.Kind.UNAVAILABLE, e.toString(), e));
            return;
        }
        subscriptions.askForAll();
        if (live() != null) {
            wiring.connected().run();
        }
    }

    /** A service whose REST half is out of order is better than none: what it echoes will tell who we are. */
    private void identify(CompletableFuture<User> me) {
        if (wiring.identity().get() != null && !me.isCompletedExceptionally()) {
            return;
        }
        TransportException failure = failure(me);
        if (failure != null && failure.kind() == TransportException.Kind.REFUSED) {
            throw failure;
        }
        if (failure != null) {
            log.warn("The service does not say who this bot is: {}", failure.getMessage());
        }
    }

    /** A socket that is cut without a word may mean the token; then the REST API says so. */
    private static TransportException inWords(TransportException e, CompletableFuture<User> me) {
        TransportException failure = e.kind() == TransportException.Kind.UNAVAILABLE ? failure(me) : null;
        return failure != null && failure.kind() == TransportException.Kind.REFUSED ? failure : e;
    }

    private static @Nullable TransportException failure(CompletableFuture<User> me) {
        TransportException.Kind unavailable = TransportException.Kind.UNAVAILABLE;
        try {
            me.get(IDENTIFIED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TransportException cause
                    ? cause
                    : new TransportException(unavailable, String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            return new TransportException(unavailable, "no answer within " + IDENTIFIED_WITHIN.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void goLive(Link attempt) {
        Connection connection = attempt.connection();
        synchronized (this) {
            if (attempt.lost() != null) {
                throw new TransportException(
                        TransportException.Kind.UNAVAILABLE, "The connection was lost: " + attempt.lost());
            }
            connecting = false;
            if (stopped || connection == null) {
                attempt.close();
                return;
            }
            live = attempt;
            refusals = 0;
            unrenewed = 0;
            liveSince = now();
            // In the same step: a loss that comes right now must not be overtaken by the connection that it ends.
            subscriptions.connected(connection);
            intake.connected();
            scheduleRenewal(attempt, tokens.due(now()));
        }
        User self = wiring.identity().get();
        log.info("Connected as {}", self == null ? "somebody unknown" : self.displayName());
    }

    private void failed(TransportException e) {
        boolean refused = e.kind() == TransportException.Kind.REFUSED;
        boolean unrenewable = refused && !isStopped() && tokens.renew() == TokenRenewal.Outcome.REFUSED;
        boolean hopeless;
        Duration wait;
        synchronized (this) {
            connecting = false;
            if (stopped) {
                return;
            }
            Duration outage = downSince == null ? Duration.ZERO : Duration.between(downSince, now());
            refusals = refused ? refusals + 1 : 0;
            unrenewed = unrenewable ? unrenewed + 1 : 0;
            hopeless = unrenewed >= MOST_REFUSALS;
            stopped = hopeless;
            wait = refused ? backoff.after(refusals) : backoff.during(outage);
        }
        if (hopeless) {
            gaveUp.accept("The service refused the token " + MOST_REFUSALS
                    + " times in a row, and it cannot be renewed. Last answer: "
                    + e.getMessage()
                    + "\nPut a valid token into the configuration's `auth` and start again.");
            return;
        }
        log.warn("Not connected, next try in {} ms: {}", wait.toMillis(), e.getMessage());
        surroundings.timers().after(wait, this::start);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private Instant now() {
        return surroundings.timers().now();
    }

    private void scheduleRenewal(Link of, @Nullable Duration wait) {
        cancelRenewal();
        if (wait != null) {
            renewal = surroundings
                    .timers()
                    .after(wait, () -> surroundings.background().execute(() -> renewAndReconnect(of)));
        }
    }

    private void cancelRenewal() {
        if (renewal != null) {
            renewal.cancel();
        }
    }

    /** The token is in the address of the socket: a new token needs a new socket. */
    private void renewAndReconnect(Link old) {
        if (old.lost() != null) {
            return;
        }
        log.info("The token is about to expire: renewing it");
        TokenRenewal.Outcome renewed = tokens.renew();
        if (renewed == TokenRenewal.Outcome.DONE) {
            old.close();
            old.lost("the token was renewed");
        } else if (renewed == TokenRenewal.Outcome.UNANSWERED) {
            synchronized (this) {
                if (live == old) {
                    // The old token may still do for a while, so the connection stays meanwhile.
                    scheduleRenewal(old, TokenRenewal.AGAIN);
                }
            }
        }
    }

    private void lost(Link link, String reason) {
        Duration wait;
        synchronized (this) {
            if (live != link) {
                return;
            }
            live = null;
            if (downSince == null || !now().isBefore(liveSince.plus(STEADY))) {
                downSince = now();
            }
            wait = backoff.during(Duration.between(downSince, now()));
            cancelRenewal();
        }
        subscriptions.disconnected();
        log.warn("The connection is lost, next try in {} ms: {}", wait.toMillis(), reason);
        surroundings.timers().after(wait, this::start);
    }

    /**
     * The kinds of things that a supervisor is given as they are.
     *
     * @param prepared waits until events may come in, as they may from the moment of connecting; false where
     *     they never may
     * @param connected told of each connection once every wanted space is asked for
     */
    record Wiring(
            Transport transport,
            boolean allSpaces,
            Surroundings surroundings,
            Identity identity,
            BooleanSupplier prepared,
            Runnable connected) {}
}
