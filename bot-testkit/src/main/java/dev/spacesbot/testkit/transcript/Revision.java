package dev.spacesbot.testkit.transcript;

import dev.spacesbot.transcript.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What would have to change in the lines of a transcript for the bot to be right. Used by one thread. */
final class Revision {

    /**
     * Other lines in place of some.
     *
     * @param first the number of the first line to go, counted from 1
     * @param last the number of the last line to go; one less than {@code first} where none goes
     * @param lines what comes: what was said, with the placeholders that still fit
     * @param said the same without placeholders
     */
    record Change(int first, int last, List<String> lines, List<String> said) {}

    private final List<Change> changes = new ArrayList<>();

    void replace(Entry entry, List<String> lines, List<String> said) {
        changes.add(new Change(entry.first(), entry.last(), lines, said));
    }

    void insertAfter(int line, List<String> lines) {
        changes.add(new Change(line + 1, line, lines, lines));
    }

    /** The changes in the order of the lines. */
    private List<Change> inOrder() {
        return changes.stream().sorted(Comparator.comparing(Change::first)).toList();
    }

    /** The first change, if there is any. */
    Optional<Change> first() {
        return inOrder().stream().findFirst();
    }

    int size() {
        return changes.size();
    }

    /** The lines as they would have to be. */
    List<String> applyTo(List<String> lines) {
        List<String> changed = new ArrayList<>();
        int done = 0;
        for (Change change : inOrder()) {
            changed.addAll(lines.subList(done, change.first() - 1));
            changed.addAll(change.lines());
            done = change.last();
        }
        changed.addAll(lines.subList(done, lines.size()));
        return changed;
    }
}
