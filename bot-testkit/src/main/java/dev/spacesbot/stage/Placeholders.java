package dev.spacesbot.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What words in braces stand for, and what those with a name have stood for so far; each stands for itself, too. Used by one
 * thread.
 */
public final class Placeholders {

    private static final Map<String, String> KINDS = Map.of(
            "any", ".*?",
            "word", "\\S+?",
            "number", "[-+]?\\d[\\d,.]*(?<![,.])",
            "id", "[0-9a-f]{24}",
            "date", "\\d{4}-\\d\\d-\\d\\d",
            "time", "(?:\\d{4}-\\d\\d-\\d\\d[T ])?\\d?\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z?");

    private static final Pattern BRACES = Pattern.compile("\\{(?:(\\w+):)?(\\w+)}");

    private final Map<String, String> known = new HashMap<>();

    /** Names stand for nothing yet. */
    public Placeholders() {}

    /** Whether a line may be what the other one says. */
    public boolean fits(String expected, String said) {
        return expected.equals(said) || match(expected, said) != null;
    }

    /** Whether all lines may be what the others say. */
    public boolean fits(List<String> expected, List<String> said) {
        Map<String, String> before = Map.copyOf(known);
        boolean fits = learn(expected, said);
        known.keySet().retainAll(before.keySet());
        return fits;
    }

    /** The same, and remembers from here on what names stand for; where the lines do not fit, those before the first that does not. */
    public boolean learn(List<String> expected, List<String> said) {
        for (int i = 0; i < Math.min(expected.size(), said.size()); i++) {
            if (!learn(expected.get(i), said.get(i))) {
                return false;
            }
        }
        return expected.size() == said.size();
    }

    private boolean learn(String expected, String said) {
        Map<String, String> found = match(expected, said);
        if (found != null) {
            known.putAll(found);
        }
        return found != null || expected.equals(said);
    }

    /** A text with what names stand for in their place. */
    public String fill(String text) {
        return BRACES.matcher(text)
                .replaceAll(braces -> Matcher.quoteReplacement(
                        known.getOrDefault(name(braces.group(1), braces.group(2)), braces.group())));
    }

    private static String name(@Nullable String name, String rest) {
        return name == null ? rest : name;
    }

    private @Nullable Map<String, String> match(String expected, String said) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher braces = BRACES.matcher(expected);
        int end = 0;
        while (braces.find()) {
            regex.append(Pattern.quote(expected.substring(end, braces.start())));
            regex.append(part(braces, names));
            end = braces.end();
        }
        regex.append(Pattern.quote(expected.substring(end)));
        Matcher match = Pattern.compile(regex.toString()).matcher(said);
        if (!match.matches()) {
            return null;
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), match.group(i + 1));
        }
        return found;
    }

    /** The expression for one placeholder: what its name stands for, what the kind allows, or itself. */
    private String part(Matcher braces, List<String> names) {
        String name = braces.group(1);
        String kind = KINDS.get(braces.group(2));
        String called = name(name, braces.group(2));
        String value = known.get(called);
        if (value != null) {
            return Pattern.quote(value);
        }
        if (names.contains(called)) {
            return "\\" + (names.indexOf(called) + 1);
        }
        if (kind == null) {
            return Pattern.quote(braces.group());
        }
        String itself = Pattern.quote(braces.group());
        if (name == null) {
            return "(?:" + kind + "|" + itself + ")";
        }
        names.add(name);
        return "(" + kind + "|" + itself + ")";
    }
}
