package dev.spacesbot.playground;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.runtime.Observer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a bot has handlers for, of what it heard: only that can have made it speak. Safe for use by several threads. */
final class Taken implements Observer {

    private static final int KEPT = 20_000;

    private final Set<String> keys = new LinkedHashSet<>();

    @Override
    public synchronized void handled(SpaceEvent event, List<String> handlers) {
        if (!handlers.isEmpty() && keys.add(key(event)) && keys.size() > KEPT) {
            Iterator<String> oldest = keys.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean has(SpaceEvent event) {
        return keys.contains(key(event));
    }

    /** An update has the id of what it changes, and presence has none. */
    private static String key(SpaceEvent event) {
        return event instanceof Presence presence
                ? presence.kind() + event.space().id() + event.sender().id()
                : event.id() + event.modified();
    }
}
