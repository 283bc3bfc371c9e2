package dev.spacesbot.internal.schedule;

import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Runs the handlers that run again and again. Safe for use by several threads. */
public final class Clockwork {

    private final List<Wheel> wheels = new ArrayList<>();

    /** Looks into the store on {@code background}, since a store may wait. */
    public Clockwork(List<Recurring> handlers, Store store, Timers timers, Executor background, Performer performer) {
        Map<String, Integer> seen = new HashMap<>();
        for (Recurring handler : handlers) {
            String key = "timed/" + handler.name() + " " + handler.rhythm();
            // Two classes of one name, in different packages, may each have such a method.
            int number = seen.merge(key, 1, Integer::sum);
            String unique = number == 1 ? key : key + " " + number;
            Progress progress = new Progress(store, unique, handler.rhythm());
            wheels.add(new Wheel(handler, unique, progress, new Wheel.Drive(timers, background, performer)));
        }
    }

    /** There is a connection. Times count from the first one on; what was missed is made up for where it shall be. */
    public void connected() {
        wheels.forEach(Wheel::connected);
    }

    /** The bot is in a space. */
    public void joined(Space space) {
        wheels.forEach(wheel -> wheel.joined(space));
    }

    /** The bot has left a space, and what waited in its lane is forgotten. */
    public void left(String spaceId) {
        wheels.forEach(wheel -> wheel.left(spaceId));
    }

    /** Whether a space that is joined now may have missed something. */
    public boolean owes() {
        return wheels.stream().anyMatch(Wheel::owes);
    }

    /** Begins nothing any more. */
    public void stop() {
        wheels.forEach(Wheel::stop);
    }
}
