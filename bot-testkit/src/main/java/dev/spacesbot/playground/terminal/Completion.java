package dev.spacesbot.playground.terminal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Completes what is being typed: a command of the playground and the name behind it, {@code @somebody}, and the first words of
 * the bots' commands. Names may have blanks, and quotes mean nothing.
 */
public final class Completion implements Parser, Completer {

    /**
     * What can be typed, as it is now.
     *
     * @param commands the playground's commands; with what each is followed by
     * @param mentioned who can be mentioned
     * @param phrases the first words of the bots' commands here
     */
    public record Choices(Map<String, List<String>> commands, List<String> mentioned, List<String> phrases) {}

    private final Supplier<Choices> choices;

    /** {@code choices} is asked whenever somebody wants to know. */
    public Completion(Supplier<Choices> choices) {
        this.choices = choices;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        return new Line(line, cursor, start(line.substring(0, cursor)));
    }

    /** Where that begins which is to be completed. */
    private static int start(String typed) {
        if (typed.startsWith("/")) {
            int blank = typed.indexOf(' ');
            int name = blank < 0 ? 0 : blank;
            while (name < typed.length() && typed.charAt(name) == ' ') {
                name++;
            }
            return name;
        }
        int at = typed.lastIndexOf('@');
        return at == 0 || (at > 0 && typed.charAt(at - 1) == ' ') ? at : 0;
    }

    @Override
    public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
        Choices now = choices.get();
        String line = parsed.line();
        int blank = line.indexOf(' ');
        boolean name = blank >= 0 && blank < parsed.cursor();
        if (parsed.word().startsWith("@")) {
            now.mentioned().forEach(each -> candidates.add(new Candidate("@" + each)));
        } else if (!line.startsWith("/")) {
            now.phrases().forEach(each -> candidates.add(new Candidate(each)));
        } else if (name) {
            now.commands()
                    .getOrDefault(line.substring(0, blank), List.of())
                    .forEach(each -> candidates.add(new Candidate(each)));
        } else {
            now.commands().keySet().forEach(each -> candidates.add(new Candidate(each)));
        }
    }

    /** A line whose words are what stands before the place, and what is to be completed. */
    private record Line(String line, int cursor, int start) implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 1;
        }

        @Override
        public List<String> words() {
            return List.of(line.substring(0, start), word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
