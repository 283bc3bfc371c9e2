package dev.spacesbot.playground.recording;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.stage.Cast;
import dev.spacesbot.stage.Stage;
import dev.spacesbot.transcript.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written so far in a transcript, each in its latest version, to be referred to. Used by one thread. */
final class Shelf {

    private final Map<String, SpaceEvent> byId = new LinkedHashMap<>();

    void put(SpaceEvent event) {
        byId.put(event.id(), event);
    }

    @Nullable
    SpaceEvent get(String id) {
        return byId.get(id);
    }

    /** How a deed tells this from what has the same title: the how manieth it is, or 0 for the last. */
    int which(Verb verb, SpaceEvent meant) {
        String title = Cast.titleOf(meant);
        List<String> called = byId.values().stream()
                .filter(event -> event.space().id().equals(meant.space().id()))
                .filter(event -> Stage.suits(verb, event) && Cast.titleOf(event).equals(title))
                .map(SpaceEvent::id)
                .toList();
        int index = called.indexOf(meant.id());
        return index == called.size() - 1 ? 0 : index + 1;
    }
}
