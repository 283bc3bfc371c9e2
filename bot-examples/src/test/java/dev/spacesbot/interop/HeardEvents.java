package dev.spacesbot.interop;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.SendFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Writes down what a connection tells, one line each. */
final class HeardEvents implements ConnectionListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean wantsPresence;

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line that begins so. */
    void await(String beginning) {
        Awaitility.await(beginning)
                .atMost(Duration.ofSeconds(10))
                .until(() -> lines.stream().anyMatch(line -> line.startsWith(beginning)));
    }

    @Override
    public void subscribed(String spaceId) {
        lines.add("subscribed " + spaceId);
    }

    @Override
    public void subscribeFailed(String spaceId, String reason) {
        lines.add("subscribeFailed " + spaceId + " " + reason);
    }

    @Override
    public void unsubscribed(String spaceId) {
        lines.add("unsubscribed " + spaceId);
    }

    @Override
    public void received(SpaceEvent event, @Nullable String loopback) {
        String text = event instanceof Message message ? message.text() : other(event);
        lines.add(event.sender().displayName() + ": " + text + (loopback == null ? "" : " [" + loopback + "]"));
    }

    private static String other(SpaceEvent event) {
        return event instanceof Presence presence ? presence.kind().toString() : event.toString();
    }

    /** Writes down presence too, from now on. */
    HeardEvents andPresence() {
        wantsPresence = true;
        return this;
    }

    @Override
    public boolean wantsPresence() {
        return wantsPresence;
    }

    @Override
    public void sendFailed(SendFailure failure) {
        lines.add(
                "sendFailed " + failure.loopback() + (failure.subscriptionRequired() ? " subscription required" : ""));
    }

    @Override
    public void lost(String reason) {
        lines.add("lost " + reason);
    }
}
