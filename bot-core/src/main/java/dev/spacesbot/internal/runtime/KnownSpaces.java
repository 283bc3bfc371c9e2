package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What spaces are called, for handlers that nobody's message sets off. Safe for use by several threads. */
final class KnownSpaces {

    private static final int MOST = 10_000;

    private static final Logger log = LoggerFactory.getLogger(KnownSpaces.class);

    private final Transport transport;
    private final Map<String, Space> byId = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    KnownSpaces(Transport transport) {
        this.transport = transport;
    }

    /** What an event tells of its space is the latest. */
    void heard(SpaceEvent event) {
        Space space = event.space();
        if (!space.title().isEmpty() && (byId.size() < MOST || byId.containsKey(space.id()))) {
            byId.put(space.id(), space);
        }
    }

    /** A space, without a title where nobody told it. May ask the service, once, and wait. */
    Space get(String id) {
        Space known = byId.get(id);
        if (known == null && asked.compareAndSet(false, true)) {
            ask();
            known = byId.get(id);
        }
        return known == null ? new Space(id, "", Space.Kind.GROUP) : known;
    }

    private void ask() {
        try {
            transport.spaces().stream().limit(MOST).forEach(space -> byId.putIfAbsent(space.id(), space));
        } catch (TransportException e) {
            log.debug("The service does not list its spaces: {}", e.getMessage());
            asked.set(false);
        }
    }
}
