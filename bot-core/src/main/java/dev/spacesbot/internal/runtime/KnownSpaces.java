package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What spaces are called, for handlers that nobody's message sets off. Safe for use by several threads. */
final class KnownSpaces {

    private static final int MOST = 10_000;

    /** A service that does not tell is not asked all the time. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(KnownSpaces.class);

    private final Transport transport;
    private final Map<String, Space> byId = new ConcurrentHashMap<>();
    private final Timers timers;
    private Instant notBefore = Instant.MIN;

    KnownSpaces(Transport transport, Timers timers) {
        this.transport = transport;
        this.timers = timers;
    }

    /** What an event tells of its space is the latest. */
    void heard(SpaceEvent event) {
        Space space = event.space();
        if (!space.title().isEmpty() && (byId.size() < MOST || byId.containsKey(space.id()))) {
            byId.put(space.id(), space);
        }
    }

    /** A space, without a title where nobody told it. May ask the service, and wait. */
    Space get(String id) {
        if (!byId.containsKey(id)) {
            ask(id);
        }
        Space known = byId.get(id);
        return known == null ? new Space(id, "", Space.Kind.GROUP) : known;
    }

    private synchronized void ask(String id) {
        Instant now = timers.now();
        if (byId.containsKey(id) || now.isBefore(notBefore)) {
            return;
        }
        try {
            transport.spaces().stream().limit(MOST).forEach(space -> byId.putIfAbsent(space.id(), space));
        } catch (TransportException e) {
            log.debug("The service does not list its spaces: {}", e.getMessage());
        }
        notBefore = byId.containsKey(id) ? notBefore : now.plus(ASK_AGAIN_AFTER);
    }
}
