package dev.spacesbot.internal.dispatch;

import dev.spacesbot.internal.command.Slice;
import dev.spacesbot.internal.command.Words;
import dev.spacesbot.internal.dispatch.CommandBook.Entry;
import dev.spacesbot.internal.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains the commands of a bot to the people who may use them. */
final class Help {

    /** The words that ask for it. */
    static final String WORD = "help";

    /** The placeholder for the command that is asked for. */
    static final String COMMAND = "command";

    private final CommandBook book;

    Help(CommandBook book) {
        this.book = book;
    }

    /** Whether somebody who wrote this may have meant the word that asks for it. */
    static boolean isNearly(String word) {
        return Nearest.to(word, List.of(WORD)).isPresent();
    }

    /** What {@code help} and {@code help COMMAND} do. */
    Action action() {
        return Action.builtIn(WORD, call -> {
            Slice asked = call.captures().get(COMMAND);
            return asked == null ? all(call) : one(Words.key(asked.text()), call);
        });
    }

    private String all(Call call) {
        List<Entry> entries = book.allowed(call);
        if (entries.isEmpty()) {
            return "There is no command that you may use here.";
        }
        return entries.stream()
                .map(Help::line)
                .collect(Collectors.joining("\n", "I understand:\n", "\nhelp COMMAND tells more about one."));
    }

    private static String line(Entry entry) {
        String usage = "• " + entry.templates().get(0).source();
        String description = entry.command().description();
        return description.isEmpty() ? usage : usage + " – " + description;
    }

    private String one(String asked, Call call) {
        List<Entry> entries = book.allowed(call);
        List<Entry> meant =
                entries.stream().filter(entry -> isMeant(entry, asked)).toList();
        if (!meant.isEmpty()) {
            return meant.stream().map(Help::more).collect(Collectors.joining("\n\n"));
        }
        Optional<String> nearest = Nearest.to(
                asked,
                entries.stream().map(entry -> Words.key(entry.command().name())).toList());
        String hint =
                nearest.map(name -> "; did you mean \"help " + name + "\"?").orElse("; help lists them all.");
        return "I know no command \"" + Slice.of(asked).excerpt() + "\"" + hint;
    }

    private static boolean isMeant(Entry entry, String asked) {
        return Words.key(entry.command().name()).equals(asked)
                || entry.templates().stream()
                        .anyMatch(template -> template.command().equals(asked)
                                || template.command().startsWith(asked + " "));
    }

    private static String more(Entry entry) {
        String description = entry.command().description();
        String example = entry.command().example();
        return entry.usage()
                + (description.isEmpty() ? "" : "\n" + description)
                + (example.isEmpty() ? "" : "\nExample: " + example);
    }
}
