package dev.spacesbot.examples.poll;

import dev.spacesbot.event.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One question, its options, and who chose what. Used by one thread at a time: a space's messages are handled in turn. */
final class Poll {

    private final String question;
    private final List<String> options;
    private final Map<String, String> choices = new LinkedHashMap<>();

    Poll(String question, List<String> options) {
        this.question = question;
        this.options = options.stream().distinct().toList();
    }

    /** The option that somebody names, in whatever case. */
    Optional<String> option(String word) {
        return options.stream().filter(option -> option.equalsIgnoreCase(word)).findFirst();
    }

    /** Notes a choice; a second one of the same person replaces the first. */
    void choose(User person, String option) {
        choices.put(person.id(), option);
    }

    /** The question and its options, for people. */
    String ask() {
        return question + "\n" + options.stream().map(option -> "• " + option).collect(Collectors.joining("\n"));
    }

    /** The counts, in the order of the options. */
    String result() {
        return question + "\n"
                + options.stream()
                        .map(option -> "• " + option + ": " + votes(option))
                        .collect(Collectors.joining("\n"));
    }

    private long votes(String option) {
        return choices.values().stream().filter(option::equals).count();
    }

    /** The options as one would type them. */
    String optionsInWords() {
        return String.join(", ", options).toLowerCase(Locale.ROOT);
    }
}
