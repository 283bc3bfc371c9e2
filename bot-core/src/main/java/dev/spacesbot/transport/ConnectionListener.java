package dev.spacesbot.transport;

import dev.spacesbot.event.SpaceEvent;
import org.jspecify.annotations.Nullable;

/** Told what comes in on a {@link Connection}, in the order in which it came. Must return quickly: it holds up the socket. */
public interface ConnectionListener {

    /** The space is joined. */
    void subscribed(String spaceId);

    /** The space was not joined. {@code reason} is for people; what codes there are is not documented. */
    void subscribeFailed(String spaceId, String reason);

    /** The space is left. */
    void unsubscribed(String spaceId);

    /**
     * A message, task or post was created or changed; or somebody is there, where {@link #wantsPresence} says so.
     *
     * @param loopback what this connection gave when it sent it, or null where it comes from elsewhere
     */
    void received(SpaceEvent event, @Nullable String loopback);

    /** Whether to be told of people's presence, which may be much more than what they say; asked again for each. */
    default boolean wantsPresence() {
        return false;
    }

    /** Something sent was not accepted. */
    void sendFailed(SendFailure failure);

    /** The connection is gone; nothing more comes. Not told after {@link Connection#close()}. */
    void lost(String reason);
}
