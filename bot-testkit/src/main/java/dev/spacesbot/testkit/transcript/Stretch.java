package dev.spacesbot.testkit.transcript;

import dev.spacesbot.stage.Place;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a transcript between two things that people do, in which only the bot speaks. What is expected in one space is
 * compared with what was said there, in order; spaces are compared one by one, since their order among each other is
 * nobody's promise.
 */
final class Stretch {

    private final Map<Place, List<Entry>> expected = new LinkedHashMap<>();
    private final Map<Place, Integer> lastLines = new LinkedHashMap<>();
    private Place place;
    private int end;
    private boolean moved;

    /** Begins behind a line that was said in a place. */
    Stretch(Place place, int line) {
        this.place = place;
        stay(line);
    }

    private void stay(int line) {
        end = line;
        moved = false;
        lastLines.put(place, line);
    }

    /** Goes on elsewhere, by this line. */
    void goTo(Place place, int line) {
        this.place = place;
        moved = true;
        lastLines.put(place, line);
    }

    /** The bot is to say something where the stretch has got to. */
    void expect(Entry entry) {
        expected.computeIfAbsent(place, where -> new ArrayList<>()).add(entry);
        stay(entry.last());
    }

    /**
     * Writes down what would have to change for the bot, which said this, to be right.
     *
     * @param last whether nothing follows
     */
    void compare(Map<Place, List<Deed>> said, boolean last, Comparison comparison) {
        List<String> elsewhere = new ArrayList<>();
        said.forEach((where, deeds) -> {
            List<String> lines =
                    deeds.stream().flatMap(deed -> deed.lines().stream()).toList();
            Integer line = lastLines.get(where);
            if (expected.containsKey(where)) {
                return;
            } else if (line != null) {
                comparison.revision().insertAfter(line, lines);
            } else {
                elsewhere.add(where.line());
                elsewhere.addAll(lines);
            }
        });
        expected.forEach((where, entries) -> comparison.of(entries, said.getOrDefault(where, List.of())));
        if (!elsewhere.isEmpty()) {
            // In front of a line that leads elsewhere anyway; else it takes another one to come back.
            elsewhere.addAll(moved || last ? List.of() : List.of(place.line()));
            comparison.revision().insertAfter(end, elsewhere);
        }
    }
}
