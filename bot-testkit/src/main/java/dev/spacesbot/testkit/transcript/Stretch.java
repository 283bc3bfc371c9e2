package dev.spacesbot.testkit.transcript;

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

    /** Begins behind a line that was said in a place. */
    Stretch(Place place, int line) {
        this.place = place;
        goTo(place, line);
    }

    /** Goes on elsewhere, by this line. */
    void goTo(Place place, int line) {
        this.place = place;
        end = line;
        lastLines.put(place, line);
    }

    /** The bot is to say something where the stretch has got to. */
    void expect(Entry entry) {
        expected.computeIfAbsent(place, where -> new ArrayList<>()).add(entry);
        goTo(place, entry.last());
    }

    /** Writes down what would have to change for the bot, which said this, to be right. */
    void compare(Map<Place, List<Deed>> said, Placeholders placeholders, Revision revision) {
        expected.forEach((where, entries) ->
                new Comparison(placeholders, revision).of(entries, said.getOrDefault(where, List.of())));
        said.forEach((where, deeds) -> {
            if (!expected.containsKey(where)) {
                insert(where, deeds, revision);
            }
        });
    }

    private void insert(Place where, List<Deed> said, Revision revision) {
        List<String> lines = new ArrayList<>();
        said.forEach(deed -> lines.addAll(deed.lines()));
        Integer line = lastLines.get(where);
        if (line == null) {
            lines.add(0, where.line());
            lines.add(place.line());
        }
        revision.insertAfter(line == null ? end : line, lines);
    }
}
