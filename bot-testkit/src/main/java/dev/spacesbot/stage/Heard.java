package dev.spacesbot.stage;

import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.wire.EventReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a bot said and nobody has looked at, in order. Safe for use by several threads. */
public final class Heard {

    private final List<SpaceEvent> events = new ArrayList<>();
    private final Runnable end;

    /** Listens to a bot from now on. */
    public Heard(SpacesEmulator emulator, EmulatedUser bot) {
        end = emulator.onMessage(json -> {
            if (json.path("sender").path("_id").asText().equals(bot.id())) {
                EventReader.read(json).ifPresent(this::add);
            }
        });
    }

    private synchronized void add(SpaceEvent event) {
        events.add(event);
        notifyAll();
    }

    /** Takes all there is. */
    public synchronized List<SpaceEvent> take() {
        List<SpaceEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Takes the first in a space; waits for it, at most so long. */
    public synchronized Optional<SpaceEvent> takeIn(String spaceId, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            for (SpaceEvent event : events) {
                if (event.space().id().equals(spaceId)) {
                    events.remove(event);
                    return Optional.of(event);
                }
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Listens no more. */
    public void end() {
        end.run();
    }
}
