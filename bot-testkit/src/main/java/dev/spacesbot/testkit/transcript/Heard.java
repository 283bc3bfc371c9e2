package dev.spacesbot.testkit.transcript;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.testkit.TestBot;
import java.util.ArrayList;
import java.util.List;

/** What the bot said and nobody has looked at, in order. Safe for use by several threads. */
final class Heard {

    private final List<SpaceEvent> events = new ArrayList<>();

    Heard(TestBot bot) {
        bot.emulator().onMessage(json -> {
            if (json.path("sender").path("_id").asText().equals(bot.self().id())) {
                EventReader.read(json).ifPresent(this::add);
            }
        });
    }

    private synchronized void add(SpaceEvent event) {
        events.add(event);
    }

    synchronized List<SpaceEvent> take() {
        List<SpaceEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
