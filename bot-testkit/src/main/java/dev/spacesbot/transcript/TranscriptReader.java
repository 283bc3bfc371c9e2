package dev.spacesbot.transcript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads lines into entries, and gathers what is wrong with them. Used once, by one thread. */
final class TranscriptReader {

    private final String name;
    private final List<String> lines;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> allowed = new LinkedHashSet<>();

    TranscriptReader(String name, List<String> lines) {
        this.name = name;
        this.lines = lines.stream().map(String::stripTrailing).toList();
    }

    Transcript read() {
        int next = 0;
        while (next < lines.size()) {
            next = take(next);
        }
        if (!problems.isEmpty()) {
            throw new TranscriptException(name, problems, allowed);
        }
        return new Transcript(name, lines, entries);
    }

    /** Takes the entry, comment or blank line at an index; returns the index of the next. */
    private int take(int at) {
        String line = lines.get(at);
        if (line.isEmpty() || line.startsWith("#")) {
            return at + 1;
        }
        int end = endOfText(at + 1);
        try {
            if (indented(line)) {
                throw new Unreadable("an indented line goes on with what the line above says, which is no text");
            }
            if (line.startsWith("[")) {
                entries.add(new Entry(at + 1, at + 1, Brackets.read(line)));
                return at + 1;
            }
            Sentence sentence = Sentence.of(line);
            entries.add(new Entry(at + 1, end, sentence.deed(continuation(sentence.column(), at + 1, end))));
        } catch (Unreadable e) {
            problems.add("line " + (at + 1) + ": " + e.getMessage());
            allowed.addAll(e.allowed());
        }
        return end;
    }

    /** The index behind the last indented line from here on; blank lines count only between indented ones. */
    private int endOfText(int from) {
        int end = from;
        for (int i = from; i < lines.size() && (lines.get(i).isEmpty() || indented(lines.get(i))); i++) {
            end = lines.get(i).isEmpty() ? end : i + 1;
        }
        return end;
    }

    private static boolean indented(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    /** The lines without what is there to line them up; what goes further in belongs to the text. */
    private String continuation(int column, int from, int to) {
        List<String> more = lines.subList(from, to);
        int least = more.stream()
                .filter(line -> !line.isEmpty())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        int indent = Math.min(least, column);
        return more.stream()
                .map(line -> line.isEmpty() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n"));
    }

    /** A line means nothing. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // an immutable list of strings
        private final List<String> allowed;

        /** With the forms of what would mean something; empty where the text says enough. */
        Unreadable(String text, List<String> allowed) {
            super(text);
            this.allowed = allowed;
        }

        Unreadable(String text) {
            this(text, List.of());
        }

        List<String> allowed() {
            return allowed;
        }
    }
}
