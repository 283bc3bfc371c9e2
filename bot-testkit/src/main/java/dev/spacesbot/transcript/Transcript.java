package dev.spacesbot.transcript;

import java.util.List;

/**
 * A conversation in the format that this package describes.
 *
 * @param name what reports call it: the file's name
 * @param lines as they stand in the file
 * @param entries what the lines say, in order; comments and blank lines are in none
 */
public record Transcript(String name, List<String> lines, List<Entry> entries) {

    /** Who is expected to say what stands there; everybody else does it. */
    public static final String BOT = "bot";

    /** The title of the group where things happen unless something else is said. */
    public static final String FIRST_SPACE = "Lab";

    /** With the lists copied. */
    public Transcript {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }

    /**
     * Reads a conversation.
     *
     * @param name what reports call it
     * @throws TranscriptException with every line that is wrong
     */
    public static Transcript of(String name, List<String> lines) {
        return new TranscriptReader(name, lines).read();
    }

    /** Where it begins: what it says first, or the group that is meant where it says nothing. */
    public Step firstScene() {
        return entries.stream()
                .limit(1)
                .map(Entry::step)
                .filter(step -> step instanceof Step.InSpace || step instanceof Step.InDirect)
                .findFirst()
                .orElse(new Step.InSpace(FIRST_SPACE));
    }
}
