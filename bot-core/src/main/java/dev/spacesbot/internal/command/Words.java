package dev.spacesbot.internal.command;

import dev.spacesbot.event.Mention;
import dev.spacesbot.internal.text.Durations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text cut into words; quotes at a word's beginning keep words together until the closing quote, as a mention's name does. */
public final class Words {

    /** Who mentions more than so many people is not giving them as arguments. */
    private static final int MOST_MENTIONS = 100;

    private static final String OPENING = "\"“„«";
    private static final String CLOSING = "\"”“»";

    private final String text;
    private final List<Word> words = new ArrayList<>(8);
    private final Map<String, List<Mention>> mentions;

    private record Word(
            String value,
            String key,
            int start,
            int end,
            @Nullable Mention mention) {}

    private Words(String text, Map<String, List<Mention>> mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** Cuts a text; the words of an empty one are none. */
    public static Words of(String text) {
        return of(text, List.of());
    }

    /** Cuts a text in which these people are mentioned, each as {@code @name}. */
    public static Words of(String text, List<Mention> mentions) {
        Words words = new Words(text, mentions.isEmpty() || text.indexOf('@') < 0 ? Map.of() : byFirstWord(mentions));
        words.cut();
        return words;
    }

    private static Map<String, List<Mention>> byFirstWord(List<Mention> mentions) {
        Map<String, List<Mention>> byFirstWord = new HashMap<>();
        for (Mention mention : mentions.subList(0, Math.min(MOST_MENTIONS, mentions.size()))) {
            String name = name(mention);
            if (!name.isEmpty()) {
                List<Mention> same =
                        byFirstWord.computeIfAbsent(key(name.substring(0, wordEnd(name, 0))), key -> new ArrayList<>());
                if (same.stream().noneMatch(known -> name(known).equals(name))) {
                    same.add(mention);
                }
            }
        }
        return byFirstWord;
    }

    /** Some programs write the sign into the name. */
    private static String name(Mention mention) {
        String name = mention.displayName().strip();
        return name.startsWith("@") ? name.substring(1) : name;
    }

    private void cut() {
        int lastClosing = lastClosingQuote(text);
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
            } else {
                Word word = wordAt(at, lastClosing);
                words.add(word);
                at = word.end();
            }
        }
    }

    /** How many there are. */
    public int count() {
        return words.size();
    }

    /** The word as written, without its quotes. */
    public String get(int index) {
        return words.get(index).value();
    }

    /** The word as a key to compare literal words by. */
    public String key(int index) {
        return words.get(index).key();
    }

    /** One word. */
    Slice slice(int index) {
        return new Slice(get(index), this, index, index + 1);
    }

    /** Several words, as written. */
    Slice slice(int from, int to) {
        String between =
                text.substring(words.get(from).start(), words.get(to - 1).end());
        return new Slice(between, this, from, to);
    }

    List<Slice> slices(int from) {
        return slices(from, words.size());
    }

    List<Slice> slices(int from, int to) {
        List<Slice> slices = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            slices.add(slice(i));
        }
        return slices;
    }

    @Nullable
    Mention mention(int index) {
        return words.get(index).mention();
    }

    /** Where a span of time that begins at a word ends, such as {@code 2 hours}: at least two words later; else -1. */
    int endOfSpan(int index) {
        int end = index;
        while (end + 1 < count() && isNumber(get(end)) && Durations.isUnit(get(end + 1))) {
            end += 2;
            if (end + 2 < count()
                    && key(end).equals("and")
                    && isNumber(get(end + 1))
                    && Durations.isUnit(get(end + 2))) {
                end++;
            }
        }
        return end == index ? -1 : end;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** What two words have in common that differ in case only. */
    public static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private Word wordAt(int start, int lastClosing) {
        char first = text.charAt(start);
        if (first == '@' && !mentions.isEmpty()) {
            Word mentioned = mentionAt(start);
            if (mentioned != null) {
                return mentioned;
            }
        }
        if (start < lastClosing && OPENING.indexOf(first) >= 0) {
            int closing = closingQuote(text, start + 1);
            if (closing > 0) {
                return word(text.substring(start + 1, closing), start, closing + 1, null);
            }
        }
        int end = wordEnd(text, start);
        return word(text.substring(start, end), start, end, null);
    }

    private static Word word(String value, int start, int end, @Nullable Mention mention) {
        return new Word(value, key(value), start, end, mention);
    }

    /** The longest name that stands here; what follows it directly, a comma say, is left out. */
    private @Nullable Word mentionAt(int start) {
        int firstEnd = wordEnd(text, start + 1);
        String first = key(text.substring(start + 1, firstEnd));
        Mention longest = longest(mentions.getOrDefault(first, List.of()), start);
        if (longest == null && !first.isEmpty() && !Character.isLetterOrDigit(first.charAt(first.length() - 1))) {
            longest = longest(mentions.getOrDefault(first.substring(0, first.length() - 1), List.of()), start);
        }
        if (longest == null) {
            return null;
        }
        int nameEnd = start + 1 + name(longest).length();
        return word(text.substring(start, nameEnd), start, wordEnd(text, nameEnd), longest);
    }

    private @Nullable Mention longest(List<Mention> candidates, int start) {
        Mention longest = null;
        for (Mention candidate : candidates) {
            String name = name(candidate);
            int end = start + 1 + name.length();
            boolean here = text.regionMatches(true, start + 1, name, 0, name.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (here && (longest == null || name.length() > name(longest).length())) {
                longest = candidate;
            }
        }
        return longest;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A quote closes where a word ends; others are part of the text, as in {@code 5" disk}. */
    private static int closingQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (closes(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Known beforehand, so that a text of opening quotes alone is not searched again for each of them. */
    private static int lastClosingQuote(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !closes(text, at)) {
            at--;
        }
        return at;
    }

    private static boolean closes(String text, int at) {
        boolean wordEnds = at + 1 == text.length() || isSpace(text.charAt(at + 1));
        return wordEnds && CLOSING.indexOf(text.charAt(at)) >= 0;
    }

    /** Those that break no line as well: keyboards and editors put them beside numbers and signs. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u2007' || c == '\u202f';
    }
}
