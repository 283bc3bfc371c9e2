package dev.spacesbot.playground.recording;

import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Step;
import dev.spacesbot.transcript.Transcript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts placeholders in place of the ids in what a bot said, which are others the next time: {@code {id}}, or one with a name
 * where the same id comes again, also in what people say. Used once, by one thread.
 */
final class IdNames {

    private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])");

    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> fixed = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder texts = new StringBuilder();
    private int named;

    /** With what is said, in order. */
    IdNames(List<? extends Step> steps) {
        for (Step step : steps) {
            if (step instanceof Deed deed) {
                boolean bot = deed.who().equals(Transcript.BOT);
                String said = deed.object() + "\n" + deed.text() + "\n";
                texts.append(said);
                // What a person said first is the same the next time.
                ID.matcher(said).results().map(found -> found.group()).forEach(id -> {
                    if (!bot && !times.containsKey(id)) {
                        fixed.add(id);
                    }
                    times.merge(id, 1, Integer::sum);
                });
            }
        }
    }

    /** The next of the steps, with placeholders. */
    Step in(Step step) {
        if (!(step instanceof Deed deed)) {
            return step;
        }
        boolean bot = deed.who().equals(Transcript.BOT);
        return deed.with(text -> ID.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(bot ? placeholder(found.group()) : known(found.group()))));
    }

    private String placeholder(String id) {
        if (fixed.contains(id) || names.containsKey(id)) {
            return known(id);
        }
        if (times.getOrDefault(id, 0) < 2) {
            return "{id}";
        }
        do {
            named++;
        } while (texts.indexOf("{id" + named) >= 0);
        names.put(id, "id" + named);
        return "{id" + named + ":id}";
    }

    private String known(String id) {
        String name = names.get(id);
        return name == null ? id : "{" + name + "}";
    }
}
