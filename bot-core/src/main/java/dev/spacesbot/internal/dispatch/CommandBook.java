package dev.spacesbot.internal.dispatch;

import dev.spacesbot.internal.command.Mismatch;
import dev.spacesbot.internal.command.Template;
import dev.spacesbot.internal.command.Words;
import dev.spacesbot.internal.declare.Declaration.Command;
import dev.spacesbot.internal.declare.Declaration.OfMessages;
import dev.spacesbot.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The commands of a bot, to be explained and to be recognised where they are nearly right. */
final class CommandBook {

    /** A longer word is none that anybody meant to be a command. */
    private static final int LONGEST_WORD = 40;

    private final List<Entry> entries = new ArrayList<>();

    /** By how many words they begin with, the most first; then by these words. */
    private final Map<Integer, Map<String, List<Entry>>> byWords = new TreeMap<>(Comparator.reverseOrder());

    /** A command. */
    record Entry(Handler handler, Command command, List<Template> templates) {

        String usage() {
            return templates.stream().map(Template::source).collect(Collectors.joining("\n"));
        }
    }

    void add(Handler handler, OfMessages messages) {
        if (messages.templates().isEmpty()) {
            return;
        }
        Entry entry = new Entry(handler, messages.command(), messages.templates());
        entries.add(entry);
        for (Template template : entry.templates()) {
            String words = template.command();
            if (!words.isEmpty()) {
                byWords.computeIfAbsent(words.split(" ").length, count -> new LinkedHashMap<>())
                        .computeIfAbsent(words, first -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /** The templates of all commands, in the order of their words. */
    List<String> templates() {
        return entries.stream()
                .flatMap(entry -> entry.templates().stream())
                .map(Template::source)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Whether a command begins with this word. */
    boolean has(String word) {
        return byWords.values().stream()
                .flatMap(phrases -> phrases.keySet().stream())
                .anyMatch(phrase -> phrase.equals(word) || phrase.startsWith(word + " "));
    }

    /** Those that whoever asks may use, in the order of their first words. */
    List<Entry> allowed(Call call) {
        return entries.stream()
                .filter(entry -> entry.handler().allows(call))
                .sorted(Comparator.comparing(Entry::usage, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** What to say to somebody who nearly wrote a command; null where they did not. */
    @Nullable
    Invocation nearMiss(Words words) {
        for (var phrases : byWords.entrySet()) {
            String first = first(words, phrases.getKey());
            List<Entry> meant = phrases.getValue().getOrDefault(first, List.of());
            if (!meant.isEmpty()) {
                return new Invocation(Action.builtIn(
                        "usage",
                        call -> usage(meant, template -> template.command().equals(first), words, call)));
            }
        }
        Set<String> begun = beginningWith(first(words, words.count()));
        return begun.isEmpty() ? misspelt(words) : didYouMean(begun, first(words, words.count()));
    }

    /** What is wrong with words that fit none of these; null where there is none. */
    @Nullable
    Invocation misfit(Words words) {
        return entries.isEmpty()
                ? null
                : new Invocation(Action.builtIn("usage", call -> usage(entries, template -> true, words, call)));
    }

    /** What is wrong with words that begin like a command, told with the nearest one; empty where none begins like that. */
    Optional<String> nearest(Words words) {
        Mismatch best = new Mismatch(0, "");
        String told = "";
        for (Entry entry : entries) {
            for (Template template : entry.templates()) {
                Mismatch mismatch = Mismatch.of(template, words);
                if (mismatch.fitting() > best.fitting()) {
                    best = mismatch;
                    told = "It nearly fits \"" + template.source() + "\" of "
                            + entry.handler().name() + ": ";
                }
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(told + best.text());
    }

    private Set<String> beginningWith(String written) {
        return byWords.values().stream()
                .flatMap(phrases -> phrases.keySet().stream())
                .filter(phrase -> !written.isEmpty() && phrase.startsWith(written + " "))
                .collect(Collectors.toSet());
    }

    private @Nullable Invocation misspelt(Words words) {
        for (var phrases : byWords.entrySet()) {
            String first = first(words, phrases.getKey());
            if (!first.isEmpty() && first.length() <= LONGEST_WORD) {
                var meant = Nearest.to(first, phrases.getValue().keySet());
                if (meant.isPresent()) {
                    return didYouMean(Set.of(meant.get()), first);
                }
            }
        }
        return null;
    }

    private static String first(Words words, int count) {
        return words.count() < count
                ? ""
                : IntStream.range(0, count).mapToObj(words::key).collect(Collectors.joining(" "));
    }

    private static @Nullable String usage(List<Entry> meant, Predicate<Template> near, Words words, Call call) {
        List<Template> allowed = allowed(meant, near, call);
        if (allowed.isEmpty()) {
            return null;
        }
        Mismatch mismatch = allowed.stream()
                .map(template -> Mismatch.of(template, words))
                .max(Comparator.comparingInt(Mismatch::fitting))
                .orElseThrow();
        return mismatch.text() + "\nUsage: " + usages(allowed, "\n");
    }

    private Invocation didYouMean(Set<String> phrases, String written) {
        return new Invocation(Action.builtIn("did you mean", call -> {
            List<Template> allowed = allowed(entries, template -> phrases.contains(template.command()), call);
            return allowed.isEmpty()
                    ? null
                    : "I do not know \"" + written + "\"; did you mean \"" + usages(allowed, "\" or \"") + "\"?";
        }));
    }

    private static List<Template> allowed(List<Entry> entries, Predicate<Template> near, Call call) {
        return entries.stream()
                .filter(entry -> entry.handler().allows(call))
                .flatMap(entry -> entry.templates().stream())
                .filter(near)
                .toList();
    }

    private static String usages(List<Template> templates, String between) {
        return templates.stream().map(Template::source).distinct().collect(Collectors.joining(between));
    }
}
