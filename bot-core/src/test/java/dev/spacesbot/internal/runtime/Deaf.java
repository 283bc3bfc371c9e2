package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.SendFailure;
import org.jspecify.annotations.Nullable;

/** Takes no notice of anything. */
final class Deaf implements ConnectionListener {

    @Override
    public void subscribed(String spaceId) {}

    @Override
    public void subscribeFailed(String spaceId, String reason) {}

    @Override
    public void unsubscribed(String spaceId) {}

    @Override
    public void received(SpaceEvent event, @Nullable String loopback) {}

    @Override
    public void sendFailed(SendFailure failure) {}

    @Override
    public void lost(String reason) {}
}
