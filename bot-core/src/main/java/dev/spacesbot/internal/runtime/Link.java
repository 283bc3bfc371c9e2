package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.SendFailure;
import org.jspecify.annotations.Nullable;

/** One connection, or the attempt at one, and who hears what comes in on it. Events of one that is over are dropped. */
final class Link implements ConnectionListener {

    /** Told once that a link is over, and why. */
    interface End {

        void of(Link link, String reason);
    }

    private final Subscriptions subscriptions;
    private final Intake intake;
    private final Outbox outbox;
    private final End end;
    private volatile @Nullable Connection connection;
    private volatile @Nullable String lost;

    Link(Subscriptions subscriptions, Intake intake, Outbox outbox, End end) {
        this.subscriptions = subscriptions;
        this.intake = intake;
        this.outbox = outbox;
        this.end = end;
    }

    void connected(Connection connection) {
        this.connection = connection;
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    /** Why it is over; null where it is not. */
    @Nullable
    String lost() {
        return lost;
    }

    /** Ends the connection, if there is one; nobody is told. */
    void close() {
        Connection mine = connection;
        if (mine != null) {
            mine.close();
        }
    }

    private boolean over() {
        return lost != null;
    }

    @Override
    public void subscribed(String spaceId) {
        if (!over()) {
            subscriptions.subscribed(spaceId);
        }
    }

    @Override
    public void subscribeFailed(String spaceId, String reason) {
        if (!over()) {
            subscriptions.refused(spaceId, reason);
        }
    }

    @Override
    public void unsubscribed(String spaceId) {
        if (!over()) {
            subscriptions.unsubscribed(spaceId);
        }
    }

    @Override
    public void received(SpaceEvent event, @Nullable String loopback) {
        if (!over()) {
            intake.received(event, loopback);
        }
    }

    @Override
    public boolean wantsPresence() {
        return !over() && intake.wantsPresence();
    }

    @Override
    public void sendFailed(SendFailure failure) {
        if (!over()) {
            outbox.failed(failure);
        }
    }

    @Override
    public void lost(String reason) {
        lost = reason;
        end.of(this, reason);
    }
}
