package dev.spacesbot.testkit.transcript;

import dev.spacesbot.stage.Placeholders;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the bot was to say and what it said, in one space: entries are compared with entries; in an entry that changed, lines
 * with lines; in a line that changed, words with words, so that placeholders that still fit stay.
 */
record Comparison(Placeholders placeholders, Revision revision) {

    void of(List<Entry> expected, List<Deed> said) {
        int line = expected.get(0).first() - 1;
        for (var stretch :
                Alignment.of(expected, said, (entry, deed) -> placeholders.fits(lines(entry), deed.lines()))) {
            List<Entry> left = stretch.left();
            List<Deed> right = stretch.right();
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                if (i >= left.size()) {
                    revision.insertAfter(line, right.get(i).lines());
                    continue;
                }
                line = left.get(i).last();
                compare(left.get(i), i < right.size() ? right.get(i).lines() : List.of());
            }
        }
    }

    private void compare(Entry entry, List<String> said) {
        if (!placeholders.learn(lines(entry), said)) {
            List<String> lines = said.isEmpty() ? said : merged(lines(entry), said);
            revision.replace(entry, lines, said);
        }
    }

    private List<String> merged(List<String> expected, List<String> said) {
        List<String> lines = new ArrayList<>();
        for (var stretch : Alignment.of(expected, said, placeholders::fits)) {
            for (int i = 0; i < stretch.right().size(); i++) {
                String line = stretch.right().get(i);
                lines.add(i < stretch.left().size() ? mergedWords(stretch.left().get(i), line) : line);
            }
        }
        placeholders.learn(lines, said);
        return lines;
    }

    private String mergedWords(String expected, String said) {
        return Alignment.of(words(expected), words(said), placeholders::fits).stream()
                .flatMap(stretch -> stretch.same() ? stretch.left().stream() : stretch.right().stream())
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" ", -1));
    }

    private static List<String> lines(Entry entry) {
        return ((Deed) entry.step()).lines();
    }
}
