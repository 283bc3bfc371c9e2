package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is connected, and who hears what. Used under the model's lock. */
final class Sockets {

    /** Somebody outside the service who sees every message of it. */
    record Observer(Mailbox mailbox, Consumer<ObjectNode> listener) {}

    private final EmulatorOptions options;
    private final Turns turns;
    private final Timers timers;
    private final Ids ids;
    private final Deliveries deliveries;
    private final Map<EmulatedUser, Set<Session>> byUser = new LinkedHashMap<>();
    private final Map<String, Set<Session>> bySpace = new HashMap<>();
    private final Map<EmulatedUser, RateWindow> windows = new HashMap<>();
    private final Set<Observer> observers = new LinkedHashSet<>();
    private final Set<Observer> presenceObservers = new LinkedHashSet<>();

    Sockets(EmulatorOptions options, Turns turns, Timers timers, Ids ids) {
        this.options = options;
        this.turns = turns;
        this.timers = timers;
        this.ids = ids;
        this.deliveries = new Deliveries(turns, timers);
    }

    EmulatorOptions options() {
        return options;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Set<Observer> observers() {
        return observers;
    }

    Set<Observer> presenceObservers() {
        return presenceObservers;
    }

    Session connect(Token token, Peer peer) {
        Set<Session> own = byUser.computeIfAbsent(token.user(), user -> new LinkedHashSet<>());
        int limit = options.limits().socketsPerUser();
        if (limit > 0 && own.size() >= limit) {
            throw new Declined(
                    Declined.FORBIDDEN,
                    "too.many.connections",
                    "This user has " + limit + " connections: close one first.");
        }
        Session session = new Session(token, peer, ids.nextSession());
        own.add(session);
        if (options.dropsExpired()) {
            session.expiry = timers.after(
                    Duration.between(timers.now(), token.expires()),
                    () -> turns.run(() -> end(session, "the token has expired")));
        }
        return session;
    }

    /** Forgets a session; the client hears nothing of it from here. */
    void remove(Session session) {
        session.open = false;
        if (session.expiry != null) {
            session.expiry.cancel();
        }
        Set.copyOf(session.spaces).forEach(space -> leave(session, space));
        byUser.getOrDefault(session.user(), Set.of()).remove(session);
    }

    /** Ends a session from the service's side. */
    void end(Session session, String reason) {
        if (session.open) {
            remove(session);
            turns.post(session.mailbox, () -> session.peer.end(reason));
        }
    }

    void endAll(Predicate<EmulatedUser> whose, String reason) {
        sessions(whose).forEach(session -> end(session, reason));
    }

    List<Session> sessions(Predicate<EmulatedUser> whose) {
        List<Session> found = new ArrayList<>();
        byUser.forEach((user, sessions) -> {
            if (whose.test(user)) {
                found.addAll(sessions);
            }
        });
        return found;
    }

    void enter(Session session, String spaceId) {
        session.spaces.add(spaceId);
        bySpace.computeIfAbsent(spaceId, space -> new LinkedHashSet<>()).add(session);
    }

    void leave(Session session, String spaceId) {
        session.spaces.remove(spaceId);
        Set<Session> there = bySpace.get(spaceId);
        if (there != null && there.remove(session) && there.isEmpty()) {
            bySpace.remove(spaceId);
        }
    }

    Collection<Session> subscribers(String spaceId) {
        return bySpace.getOrDefault(spaceId, Set.of());
    }

    void exhaust(EmulatedUser user) {
        RateWindow window = windows.computeIfAbsent(user, each -> RateWindow.ofAMinute());
        boolean room = options.limits().eventsPerMinute() > 0;
        while (room) {
            room = window.admit(timers.now(), options.limits().eventsPerMinute());
        }
    }

    boolean admit(Session session) {
        return windows.computeIfAbsent(session.user(), user -> RateWindow.ofAMinute())
                .admit(timers.now(), options.limits().eventsPerMinute());
    }

    void reply(Session session, String event, ObjectNode payload) {
        deliveries.send(session, new Emission(event, payload));
    }

    /** Tells everybody who hears of messages in the space; the loopback data goes to the session that sent, alone. */
    void publish(EmulatedSpace space, ObjectNode message, @Nullable Session from, JsonNode loopback) {
        Set<Session> hearers = new LinkedHashSet<>(subscribers(space.id()));
        if (space.kind() == Space.Kind.DIRECT) {
            hearers.addAll(sessions(user -> user.registered() && space.has(user)));
        }
        // Before the clients: whoever waits for a bot to hear of its own message can rely on having seen it.
        for (Observer observer : observers) {
            ObjectNode seen = message.deepCopy();
            turns.post(observer.mailbox(), () -> observer.listener().accept(seen));
        }
        broadcast(hearers, new Emission(Events.MESSAGE_SENT, message), from, loopback);
    }

    /** Tells of presence in the space: {@code receivers}' sessions, or everybody's where there are none. */
    void publishPresence(
            EmulatedSpace space,
            ObjectNode presence,
            Set<String> receivers,
            @Nullable Session from,
            JsonNode loopback) {
        for (Observer observer : presenceObservers) {
            ObjectNode seen = presence.deepCopy();
            turns.post(observer.mailbox(), () -> observer.listener().accept(seen));
        }
        List<Session> hearers = subscribers(space.id()).stream()
                .filter(hearer ->
                        receivers.isEmpty() || receivers.contains(hearer.user().id()))
                .toList();
        broadcast(hearers, new Emission(Events.PRESENCE, presence), from, loopback);
    }

    /** Presence of somebody who is not on a socket. */
    void broadcastPresence(EmulatedSpace space, EmulatedUser user, String category, boolean offline) {
        ObjectNode presence = Json.object().put("category", category).put("topicId", space.id());
        presence.putArray("receivers");
        presence.set("sender", user.asSender());
        ObjectNode content = presence.putObject("content");
        content.put("desktop", false).put("idle", false).put("offline", offline);
        content.put("role", space.roleOnTheWire(user));
        if (!offline) {
            content.put("subscribeTime", Times.text(timers.now()));
        }
        content.putObject("mediaSession");
        content.putObject("attendee")
                .put("attendeeType", user.registered() ? "userId" : "anonymousId")
                .put("attendee", user.id());
        publishPresence(space, presence, Set.of(), null, MissingNode.getInstance());
    }

    void broadcast(Collection<Session> hearers, Emission emission, @Nullable Session from, JsonNode loopback) {
        for (Session hearer : hearers) {
            if (hearer == from && !loopback.isMissingNode()) {
                ObjectNode own = emission.payload().deepCopy();
                own.set("loopbackMetadata", loopback);
                reply(hearer, emission.event(), own);
            } else {
                deliveries.send(hearer, emission);
            }
        }
    }
}
