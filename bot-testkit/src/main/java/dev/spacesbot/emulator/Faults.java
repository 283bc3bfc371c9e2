package dev.spacesbot.emulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can go wrong with the service, to be switched on by a test. Works on both fronts; safe for use by several threads. */
public final class Faults {

    /** Asks a bot to subscribe first, where it is the code of a rejected send. */
    public static final String SUBSCRIPTION_REQUIRED = "app.event.channel.subscription.required";

    record Rejection(SendRejection shape, String code) {}

    private static final int FOR_GOOD = Integer.MAX_VALUE;

    private final Turns turns;
    private final Accounts accounts;
    private final Sockets sockets;
    private final Map<EmulatedSpace, String> closedSpaces = new HashMap<>();
    private final Countdown refusals = new Countdown();
    private final Countdown rejections = new Countdown();
    private final Countdown restFailures = new Countdown();
    private Predicate<EmulatedUser> rejected = user -> true;
    private Rejection rejection = new Rejection(SendRejection.TEXT, "");
    private int restStatus;
    private final Countdown storageFailures = new Countdown();
    private int storageStatus;
    private boolean uploadsRefused;
    private int historyStatus;
    private @Nullable Duration historyRetryAfter;

    Faults(Turns turns, Accounts accounts, Sockets sockets) {
        this.turns = turns;
        this.accounts = accounts;
        this.sockets = sockets;
    }

    /** Drops every connection. */
    public void dropConnections() {
        turns.run(() -> sockets.endAll(user -> true, "the connection was dropped"));
    }

    /** Drops one user's connections. */
    public void dropConnections(EmulatedUser user) {
        turns.run(() -> sockets.endAll(user::equals, "the connection was dropped"));
    }

    /** Refuses the token of the next {@code times} connections, whatever it is. */
    public void refuseTokens(int times) {
        turns.run(() -> refusals.left = times);
    }

    /** Refuses the token of every connection, until {@link #acceptTokens()}. */
    public void refuseTokens() {
        refuseTokens(FOR_GOOD);
    }

    /** Ends {@link #refuseTokens()}. */
    public void acceptTokens() {
        refuseTokens(0);
    }

    /** Ends the life of every token the user has; live connections drop, unless the options say otherwise. */
    public void expireTokens(EmulatedUser user) {
        turns.run(() -> {
            accounts.expire(user);
            if (sockets.options().dropsExpired()) {
                sockets.endAll(user::equals, "the token has expired");
            }
        });
    }

    /** Rejects the next {@code times} messages that come over a connection. */
    public void rejectSends(int times, SendRejection shape, String code) {
        reject(user -> true, times, new Rejection(shape, code));
    }

    /** The same for one user's alone. */
    public void rejectSends(EmulatedUser user, int times, SendRejection shape, String code) {
        reject(user::equals, times, new Rejection(shape, code));
    }

    private void reject(Predicate<EmulatedUser> whose, int times, Rejection how) {
        turns.run(() -> {
            rejections.left = times;
            rejected = whose;
            rejection = how;
        });
    }

    /** Uses up what a user may send within a minute. */
    public void exhaust(EmulatedUser user) {
        turns.run(() -> sockets.exhaust(user));
    }

    /** Lets nobody subscribe to a space, until {@link #allowSubscription}. */
    public void rejectSubscription(EmulatedSpace space, String code) {
        turns.run(() -> closedSpaces.put(space, code));
    }

    /** Ends {@link #rejectSubscription}. */
    public void allowSubscription(EmulatedSpace space) {
        turns.run(() -> closedSpaces.remove(space));
    }

    /** Silently forgets who is subscribed to what, so that the next message of each client is declined. */
    public void forgetSubscriptions() {
        turns.run(() -> sockets.sessions(user -> true)
                .forEach(session -> Set.copyOf(session.spaces).forEach(space -> sockets.leave(session, space))));
    }

    /** Delivers every event this much later, in order; zero ends it. */
    public void delayDeliveries(Duration delay) {
        turns.run(() -> sockets.deliveries().delay = delay);
    }

    /** Makes the next {@code times} deliveries twice; a delivery is a message on its way to one connection. */
    public void duplicateDeliveries(int times) {
        turns.run(() -> {
            sockets.deliveries().duplicates = times;
            sockets.deliveries().duplicated = user -> true;
        });
    }

    /** The same with what is on its way to one user. */
    public void duplicateDeliveries(EmulatedUser user, int times) {
        turns.run(() -> {
            sockets.deliveries().duplicates = times;
            sockets.deliveries().duplicated = user::equals;
        });
    }

    /** Each live connection gets the next message only after the one that follows it. */
    public void swapNextDeliveries() {
        turns.run(() -> sockets.sessions(user -> true).forEach(session -> session.swapNext = true));
    }

    /** Answers the next {@code times} REST calls with an HTTP status such as 429 or 503. */
    public void failRest(int times, int status) {
        turns.run(() -> {
            restFailures.left = times;
            restStatus = status;
        });
    }

    /**
     * Answers every call for what was written earlier with an HTTP status such as 429 or 503, until {@link #answerHistory()}.
     *
     * @param retryAfter what a client is told of when to come back; null where it is told nothing
     */
    public void failHistory(int status, @Nullable Duration retryAfter) {
        turns.run(() -> {
            historyStatus = status;
            historyRetryAfter = retryAfter;
        });
    }

    /** Ends {@link #failHistory}. */
    public void answerHistory() {
        turns.run(() -> historyStatus = 0);
    }

    /** Lets nobody upload, until {@link #allowUploads()}: as where the account may not. */
    public void refuseUploads() {
        turns.run(() -> uploadsRefused = true);
    }

    /** Ends {@link #refuseUploads()}. */
    public void allowUploads() {
        turns.run(() -> uploadsRefused = false);
    }

    /** Answers the next {@code times} uploads with an HTTP status such as 503, once the whole content has arrived. */
    public void failUploads(int times, int status) {
        turns.run(() -> {
            storageFailures.left = times;
            storageStatus = status;
        });
    }

    void beforeHistory() {
        if (historyStatus != 0) {
            throw new Declined(
                    historyStatus,
                    "status." + historyStatus,
                    "The history is not told, as a test has asked.",
                    historyRetryAfter);
        }
    }

    void beforeUpload() {
        if (uploadsRefused) {
            throw new Declined(Declined.FORBIDDEN, "upload.not.allowed", "Uploads are refused, as a test has asked.");
        }
    }

    void beforeStorage() {
        if (storageFailures.next()) {
            throw new Declined(storageStatus, "status." + storageStatus, "The upload fails, as a test has asked.");
        }
    }

    void beforeConnect() {
        if (refusals.next()) {
            throw Declined.badToken("The token is refused, as a test has asked.");
        }
    }

    void beforeSubscribe(EmulatedSpace space) {
        String code = closedSpaces.get(space);
        if (code != null) {
            throw new Declined(Declined.FORBIDDEN, code, "The space is closed, as a test has asked.");
        }
    }

    void beforeRest() {
        if (restFailures.next()) {
            throw new Declined(restStatus, "status." + restStatus, "The call fails, as a test has asked.");
        }
    }

    @Nullable
    Rejection beforeSend(EmulatedUser user) {
        return rejected.test(user) && rejections.next() ? rejection : null;
    }

    private static final class Countdown {

        private int left;

        boolean next() {
            if (left > 0 && left != FOR_GOOD) {
                left--;
                return true;
            }
            return left == FOR_GOOD;
        }
    }
}
