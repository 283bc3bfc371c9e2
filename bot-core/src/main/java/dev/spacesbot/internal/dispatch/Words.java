package dev.spacesbot.internal.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut into words; quotes at a word's beginning keep words together until the closing quote. */
final class Words {

    private static final String OPENING = "\"“„«";

    private final String text;
    private final List<Word> words;

    private Words(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    /** Cuts a text; the words of an empty one are none. */
    static Words of(String text) {
        List<Word> words = new ArrayList<>();
        int lastClosing = lastClosingQuote(text);
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
            } else {
                Word word = wordAt(text, at, lastClosing);
                words.add(word);
                at = word.end();
            }
        }
        return new Words(text, words);
    }

    int count() {
        return words.size();
    }

    /** The word as written, without its quotes. */
    String get(int index) {
        return words.get(index).value();
    }

    /** The word as a key to compare literal words by. */
    String key(int index) {
        return key(words.get(index).value());
    }

    /** The rest of the text from a word on, as written. */
    String from(int index) {
        return text.substring(words.get(index).start()).strip();
    }

    /** What two words have in common that differ in case only. */
    static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Word wordAt(String text, int start, int lastClosing) {
        if (start < lastClosing && OPENING.indexOf(text.charAt(start)) >= 0) {
            int closing = closingQuote(text, start + 1);
            if (closing > 0) {
                return new Word(text.substring(start + 1, closing), start, closing + 1);
            }
        }
        int end = start;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return new Word(text.substring(start, end), start, end);
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
        return wordEnds && "\"”“»".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    private record Word(String value, int start, int end) {}
}
