package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service does with the events that clients send. Used under the model's lock; never throws. */
final class ChatProtocol {

    private static final Logger log = LoggerFactory.getLogger(ChatProtocol.class);
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final String LOOPBACK = "loopbackMetadata";

    private final SpaceBook spaces;
    private final MessageLog messages;
    private final Sockets sockets;
    private final Faults faults;
    private final Timers timers;
    private final Ids ids;

    ChatProtocol(World world) {
        this.spaces = world.spaces();
        this.messages = world.messages();
        this.sockets = world.sockets();
        this.faults = world.faults();
        this.timers = world.timers();
        this.ids = world.ids();
    }

    void receive(Session session, String event, JsonNode payload) {
        if (!session.open) {
            return;
        }
        try {
            admit(session, payload);
            dispatch(session, event, payload);
        } catch (Declined e) {
            decline(session, event, payload, e);
        }
    }

    private void admit(Session session, JsonNode payload) {
        if (!sockets.admit(session)) {
            throw new Declined(TOO_MANY, "rate.limit.exceeded", "Too many events within a minute: send fewer.");
        }
        int limit = sockets.options().limits().payloadBytes();
        if (limit > 0 && Json.write(payload).getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new Declined(TOO_LARGE, "payload.too.large", "An event may have " + limit + " bytes of JSON.");
        }
        if (!payload.isObject()) {
            throw Declined.invalid("The payload must be an object.");
        }
    }

    private void dispatch(Session session, String event, JsonNode payload) {
        switch (event) {
            case Events.SUBSCRIBE -> subscribe(session, payload.path("channel"));
            case Events.UNSUBSCRIBE -> unsubscribe(session, payload.path("channel"));
            case Events.SEND_MESSAGE -> send(session, payload);
            case Events.SEND_PRESENCE -> presence(session, payload);
            case Events.SEND_MEDIA -> media(session, payload);
            default -> log.debug("An event that the service does not know is passed over");
        }
    }

    private void subscribe(Session session, JsonNode channel) {
        if (isFarewell(channel)) {
            return;
        }
        if (!channel.path("_id").isTextual()) {
            throw Declined.invalid("channel._id must be the id of a space.");
        }
        EmulatedSpace space = spaces.required(Json.text(channel, "_id"));
        faults.beforeSubscribe(space);
        space.admit(session.user(), Json.text(channel, "password"));
        sockets.enter(session, space.id());
        ObjectNode answer = channel(space.id());
        answer.put("dtsid", ids.nextNumber()).put("sessionId", session.id);
        sockets.reply(session, Events.SUBSCRIBED, answer);
    }

    /** The web client says {@code {"connected":false}} when it leaves, and expects no answer. */
    private static boolean isFarewell(JsonNode channel) {
        return channel.has("connected") && !channel.has("_id");
    }

    /** An empty id means every space. */
    private void unsubscribe(Session session, JsonNode channel) {
        if (isFarewell(channel)) {
            return;
        }
        String id = Json.text(channel, "_id");
        (id.isEmpty() ? Set.copyOf(session.spaces) : Set.of(id)).forEach(space -> sockets.leave(session, space));
        sockets.reply(session, Events.UNSUBSCRIBED, channel(id));
    }

    private static ObjectNode channel(String id) {
        ObjectNode answer = Json.object();
        answer.putObject("channel").put("type", "topic").put("_id", id);
        return answer;
    }

    private void send(Session session, JsonNode payload) {
        Faults.Rejection rejection = faults.beforeSend(session.user());
        if (rejection != null) {
            reject(session, payload, rejection);
            return;
        }
        EmulatedSpace space = subscribed(session, Json.text(payload, "topicId"));
        ObjectNode message = messages.add(space, session.user(), payload, timers.now());
        space.touch(timers.now());
        sockets.publish(space, message, session, payload.path(LOOPBACK));
    }

    private EmulatedSpace subscribed(Session session, String spaceId) {
        if (!session.spaces.contains(spaceId)) {
            throw new Declined(
                    Declined.FORBIDDEN, Faults.SUBSCRIPTION_REQUIRED, "Subscribe to the space before sending to it.");
        }
        return spaces.required(spaceId);
    }

    private void presence(Session session, JsonNode payload) {
        // One of the vendor's own samples puts the id inside the content.
        String spaceId = Json.text(payload.has("topicId") ? payload : payload.path("content"), "topicId");
        EmulatedSpace space = subscribed(session, spaceId);
        ObjectNode response = relayed(session, payload, spaceId);
        ObjectNode content = response.path("content").isObject()
                ? (ObjectNode) response.path("content")
                : response.putObject("content");
        content.put("sessionId", session.id);
        content.putObject("attendee")
                .put("attendeeType", session.user().registered() ? "userId" : "anonymousId")
                .put("attendee", session.user().id());
        Set<String> receivers = new HashSet<>();
        payload.path("receivers").forEach(receiver -> receivers.add(Json.text(receiver, "_id")));
        sockets.publishPresence(space, response, receivers, session, payload.path(LOOPBACK));
    }

    private void media(Session session, JsonNode payload) {
        String spaceId = Json.text(payload, "topicId");
        subscribed(session, spaceId);
        ObjectNode response = relayed(session, payload, spaceId).put("_id", ids.next());
        List<Session> others = sockets.subscribers(spaceId).stream()
                .filter(hearer -> hearer != session)
                .toList();
        sockets.broadcast(others, new Emission(Events.MEDIA, response), session, payload.path(LOOPBACK));
    }

    private static ObjectNode relayed(Session session, JsonNode payload, String spaceId) {
        ObjectNode response = payload.deepCopy();
        response.remove(LOOPBACK);
        response.put("topicId", spaceId).set("sender", session.user().asSender());
        return response;
    }

    private void decline(Session session, String event, JsonNode payload, Declined why) {
        switch (event) {
            case Events.SUBSCRIBE -> {
                ObjectNode answer = Json.object();
                answer.set("channel", withoutPassword(payload.path("channel")));
                answer.putObject("error").put("code", why.code()).put("message", why.words());
                sockets.reply(session, Events.SUBSCRIBE_FAILED, answer);
            }
            case Events.SEND_MESSAGE -> {
                ObjectNode answer = asSent(session, payload).put("error", why.code());
                if (why.code().equals(Faults.SUBSCRIPTION_REQUIRED)) {
                    answer.put("category", Faults.SUBSCRIPTION_REQUIRED);
                }
                sockets.reply(session, Events.SEND_FAILED, answer);
            }
            default -> log.debug("An event is passed over: {}", why.words());
        }
    }

    private static JsonNode withoutPassword(JsonNode channel) {
        return channel.isObject() ? channel.<ObjectNode>deepCopy().without("password") : Json.object();
    }

    private void reject(Session session, JsonNode payload, Faults.Rejection rejection) {
        ObjectNode answer = asSent(session, payload);
        switch (rejection.shape()) {
            case NO_REASON -> answer.remove("error");
            case TEXT -> answer.put("error", rejection.code());
            case OBJECT ->
                answer.putObject("error")
                        .put("code", rejection.code())
                        .put("message", "Rejected, as a test has asked.");
        }
        sockets.reply(session, Events.SEND_FAILED, answer);
    }

    /** A failure repeats what was sent, with the sender as the service knows it. */
    private static ObjectNode asSent(Session session, JsonNode payload) {
        ObjectNode answer = payload.isObject() ? payload.deepCopy() : Json.object();
        answer.set("sender", session.user().asSender());
        return answer;
    }
}
