package dev.spacesbot.transcript;

import java.util.ArrayList;
import java.util.List;

/** Writes a conversation, so that reading it gives the same again. Used by one thread. */
public final class TranscriptWriter {

    private final List<String> lines = new ArrayList<>();
    private boolean botSpoke;

    /** With nothing in it yet. */
    public TranscriptWriter() {}

    /** Adds a comment for the reader. Returns this. */
    public TranscriptWriter comment(String text) {
        paragraph(true);
        text.lines().map(line -> ("# " + line).stripTrailing()).forEach(lines::add);
        return this;
    }

    /** Adds what happens next, after a blank line where the bot has had its say. Returns this. */
    public TranscriptWriter add(Step step) {
        boolean bot = step instanceof Deed deed && deed.who().equals(Transcript.BOT);
        boolean failure = step instanceof Step.Throws;
        paragraph(!bot && !failure);
        botSpoke |= bot;
        lines.addAll(step.lines());
        return this;
    }

    private void paragraph(boolean begins) {
        if (begins && botSpoke) {
            lines.add("");
            botSpoke = false;
        }
    }

    /** The lines so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines so far, each with its end. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
