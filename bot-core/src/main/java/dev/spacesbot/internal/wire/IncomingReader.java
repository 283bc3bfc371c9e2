package dev.spacesbot.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.SendFailure;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the events that the service sends and tells a listener what they mean. Events that no bot needs are passed over. */
public final class IncomingReader {

    private static final String MESSAGE_SENT = "MESSAGE_SENT";
    private static final String SEND_FAILED = "SEND_MESSAGE_FAILED";
    private static final String SUBSCRIBED = "CHANNEL_SUBSCRIBED";
    private static final String SUBSCRIBE_FAILED = "SUBSCRIBE_CHANNEL_FAILED";
    private static final String UNSUBSCRIBED = "CHANNEL_UNSUBSCRIBED";
    private static final String PRESENCE = "PRESENCE_EVENT_RESPONSE";

    private static final String SUBSCRIPTION_REQUIRED = "app.event.channel.subscription.required";

    /** Categories that the service is known to send, and that mean nothing to a bot. */
    private static final Set<String> UNINTERESTING = Set.of("topic.updated", "meeting");

    private static final int MOST_TOLD = 20;
    private static final int MOST_OF_A_REASON = 300;

    private static final Logger log = LoggerFactory.getLogger(IncomingReader.class);

    private final Set<String> told = new HashSet<>();
    private final ConnectionListener listener;
    private final InstantSource clock;

    /** Tells {@code listener}; {@code clock} says when what has no time of its own arrived. */
    public IncomingReader(ConnectionListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** Whether {@link #read} would do anything with such an event, so that others need not even be taken apart. */
    public boolean wants(String event) {
        return switch (event) {
            case MESSAGE_SENT, SEND_FAILED, SUBSCRIBED, SUBSCRIBE_FAILED, UNSUBSCRIBED -> true;
            case PRESENCE -> listener.wantsPresence();
            default -> false;
        };
    }

    /**
     * Reads one event.
     *
     * @throws MalformedEventException where the payload lacks what the event needs
     */
    public void read(String event, JsonNode payload) {
        switch (event) {
            case MESSAGE_SENT -> messageSent(payload);
            case SEND_FAILED -> listener.sendFailed(failure(payload));
            case SUBSCRIBED -> listener.subscribed(channel(payload));
            case SUBSCRIBE_FAILED -> listener.subscribeFailed(channel(payload), reason(payload));
            case UNSUBSCRIBED -> listener.unsubscribed(channel(payload));
            case PRESENCE -> presence(payload);
            default -> {}
        }
    }

    private void messageSent(JsonNode payload) {
        if (subscriptionRequired(payload)) {
            listener.sendFailed(failure(payload));
            return;
        }
        EventReader.read(payload)
                .ifPresentOrElse(event -> listener.received(event, loopback(payload)), () -> passOver(payload));
    }

    private void presence(JsonNode payload) {
        if (listener.wantsPresence()) {
            PresenceReader.read(payload, clock.instant())
                    .ifPresent(presence -> listener.received(presence, loopback(payload)));
        }
    }

    private void passOver(JsonNode payload) {
        String category = Json.text(payload, "category");
        if (category.isEmpty()) {
            throw new MalformedEventException("category is missing");
        }
        if (!EventReader.deleted(payload)
                && !UNINTERESTING.contains(category)
                && told.size() < MOST_TOLD
                && told.add(category)) {
            log.warn("Messages of category {} are not for bots and are passed over", Excerpt.of(category, 60));
        }
    }

    /** Three shapes: no reason at all, a string, an object; and a wish for a subscription in any of these places. */
    private static SendFailure failure(JsonNode payload) {
        if (!payload.isObject()) {
            throw new MalformedEventException("the payload is not an object");
        }
        String spaceId = Json.text(payload, "topicId");
        return new SendFailure(
                spaceId,
                loopback(payload),
                Json.text(payload.path("content"), "bodyText"),
                subscriptionRequired(payload),
                reason(payload));
    }

    private static boolean subscriptionRequired(JsonNode payload) {
        JsonNode error = payload.path("error");
        return SUBSCRIPTION_REQUIRED.equals(Json.text(payload, "category"))
                || SUBSCRIPTION_REQUIRED.equals(error.asText(""))
                || SUBSCRIPTION_REQUIRED.equals(Json.text(error, "code"));
    }

    private static String reason(JsonNode payload) {
        JsonNode error = payload.path("error");
        if (!error.isObject()) {
            return Excerpt.of(error.asText(""), MOST_OF_A_REASON);
        }
        String code = Json.text(error, "code");
        String message = Json.text(error, "message");
        String reason = code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
        return Excerpt.of(reason, MOST_OF_A_REASON);
    }

    private static String channel(JsonNode payload) {
        String id = Json.text(payload.path("channel"), "_id");
        if (id.isEmpty()) {
            throw new MalformedEventException("channel._id is missing");
        }
        return id;
    }

    private static @Nullable String loopback(JsonNode payload) {
        JsonNode loopback = payload.path("loopbackMetadata");
        return loopback.isTextual() ? loopback.asText() : null;
    }
}
