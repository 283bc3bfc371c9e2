package dev.spacesbot.testkit.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first place where the bot did not say what a transcript expects, for people at a terminal. */
final class Difference {

    private static final int CONTEXT = 4;
    private static final int MOST = 12;

    private final List<String> lines;
    private final int first;
    private final List<String> expected;
    private final List<String> said;

    /** The change without the lines at its beginning and its end that stay the same. */
    Difference(List<String> lines, Revision.Change change) {
        List<String> old = lines.subList(change.first() - 1, change.last());
        int head = common(old, change.lines(), false);
        int tail = common(
                old.subList(head, old.size()),
                change.lines().subList(head, change.lines().size()),
                true);
        this.lines = lines;
        first = change.first() + head;
        expected = old.subList(head, old.size() - tail);
        said = change.said().subList(head, change.said().size() - tail);
    }

    private static int common(List<String> one, List<String> other, boolean atTheEnd) {
        int most = Math.min(one.size(), other.size());
        for (int i = 0; i < most; i++) {
            String left = one.get(atTheEnd ? one.size() - 1 - i : i);
            String right = other.get(atTheEnd ? other.size() - 1 - i : i);
            if (!left.strip().equals(right.strip())) {
                return i;
            }
        }
        return most;
    }

    /** The number of the first line that differs. */
    int line() {
        return first;
    }

    /** In one sentence. */
    String summary() {
        if (said.isEmpty()) {
            return "the bot did not say that";
        }
        return expected.isEmpty() ? "the bot said more" : "the bot said something else";
    }

    /** The lines around it, each with its number, with what was expected and what was said marked. */
    String picture() {
        List<String> picture = new ArrayList<>();
        int end = first - 1 + expected.size();
        show(picture, "", Math.max(0, first - 1 - CONTEXT), first - 1);
        if (expected.isEmpty()) {
            picture.add(row("expected", "", "(nothing)"));
        }
        show(picture, "expected", first - 1, end);
        for (int i = 0; i < Math.min(said.size(), MOST); i++) {
            picture.add(row(i == 0 ? "said" : "", "", said.get(i)));
        }
        if (said.size() > MOST) {
            picture.add(row("", "", "(and " + (said.size() - MOST) + " lines more)"));
        }
        if (said.isEmpty()) {
            picture.add(row("said", "", "(nothing)"));
        }
        show(picture, "", end, Math.min(lines.size(), end + CONTEXT));
        return String.join("\n", picture);
    }

    private void show(List<String> picture, String mark, int from, int to) {
        for (int i = from; i < to; i++) {
            picture.add(row(i == from ? mark : "", String.valueOf(i + 1), lines.get(i)));
        }
    }

    private static String row(String mark, String number, String line) {
        return String.format(Locale.ROOT, "%-8s %4s | %s", mark, number, line).stripTrailing();
    }
}
