package dev.spacesbot.playground.recording;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did, and what a bot said before anybody did anything more that it has a handler for.
 *
 * @param act null where the bot spoke first
 * @param words what the bot said
 */
record Exchange(@Nullable Happening act, List<Happening> words) {

    /** The exchanges with a bot; people's coming and going is one only where the bot answers that. */
    static List<Exchange> of(List<Happening> all, String botId, Predicate<SpaceEvent> taken) {
        List<Exchange> exchanges = new ArrayList<>();
        Map<String, Presence.Kind> present = new HashMap<>();
        Exchange last = new Exchange(null, new ArrayList<>());
        exchanges.add(last);
        for (Happening each : all) {
            if (each.senderId().equals(botId)) {
                if (!(each.event() instanceof Presence)) {
                    last.words().add(each);
                }
            } else if (!(each.event() instanceof Presence presence)
                    || present.put(each.senderId() + each.spaceId(), presence.kind()) != presence.kind()) {
                Exchange next = new Exchange(each, new ArrayList<>());
                exchanges.add(next);
                last = taken.test(each.event()) ? next : last;
            }
        }
        boolean answered = exchanges.stream()
                .anyMatch(exchange -> exchange.presence() && !exchange.words().isEmpty());
        return exchanges.stream()
                .filter(exchange -> answered || !exchange.presence())
                .toList();
    }

    private boolean presence() {
        return act != null && act.event() instanceof Presence;
    }

    /** Whether any of it happened there. */
    boolean touches(String spaceId) {
        Predicate<Happening> there = happening -> happening.spaceId().equals(spaceId);
        return (act != null && there.test(act)) || words.stream().anyMatch(there);
    }
}
