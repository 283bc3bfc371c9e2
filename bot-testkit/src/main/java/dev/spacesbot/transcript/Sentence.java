package dev.spacesbot.transcript;

import dev.spacesbot.transcript.TranscriptReader.Unreadable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The line in which somebody does something, taken apart. */
final class Sentence {

    private static final String VERB = Arrays.stream(Verb.values())
            .map(Verb::words)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("|"));
    private static final String QUOTED = Quotes.QUOTED;
    private static final String WHO = "(?<who>" + QUOTED + "|[^:\"]+?)";
    private static final String PLACEHOLDER = "\\{[^{}]*+}";

    /** Each character of it takes room on the stack while the rest of the line is looked at. */
    private static final int LONGEST_LIST = 1000;

    private static final Pattern LINE = Pattern.compile(
            WHO
                    + "(?: (?<verb>" + VERB + "))?"
                    + "(?: (?<object>" + QUOTED + ")(?: \\((?<which>\\d{1,6})\\))?)?"
                    + "(?: for (?<for>(?:[^:\"{]|" + PLACEHOLDER + "|" + QUOTED + "){1," + LONGEST_LIST
                    + "}?))?"
                    + "(?: due (?<due>\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d)?|" + PLACEHOLDER + "))?"
                    + "(?: with (?<files>" + QUOTED + "(?:, ?" + QUOTED + ")*+))?"
                    + "(?<colon>:(?<text>.*))?",
            Pattern.DOTALL);
    private static final Pattern BEGINNING = Pattern.compile(WHO + " (?<verb>" + VERB + ")(?:[ :].*)?", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?:[^,{\"]++|" + PLACEHOLDER + "|" + QUOTED + ")+");
    private static final Pattern FILE = Pattern.compile(QUOTED);
    private static final int UNDER_A_HEAD = 4;

    private final Matcher parts;

    private Sentence(Matcher parts) {
        this.parts = parts;
    }

    static Sentence of(String line) throws Unreadable {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()
                && (parts.group("verb") != null || parts.group("colon") != null || parts.group("files") != null)) {
            return new Sentence(parts);
        }
        Matcher beginning = BEGINNING.matcher(line);
        if (beginning.matches()) {
            throw new Unreadable(wanted(Verb.of(beginning.group("verb")), beginning.group("who")));
        }
        List<String> allowed = new ArrayList<>();
        allowed.add("# COMMENT");
        Arrays.stream(Verb.values()).map(Verb::form).forEach(allowed::add);
        allowed.addAll(Brackets.FORMS);
        throw new Unreadable("nobody knows what this means: " + line, allowed);
    }

    private static String wanted(Verb verb, String who) {
        return "write it as: " + verb.form().replaceFirst("NAME", Matcher.quoteReplacement(who));
    }

    /** How far in the lines below this one are where they line up with its text. */
    int column() {
        boolean beside = !part("text").isEmpty();
        if (!beside) {
            return UNDER_A_HEAD;
        }
        return parts.end("who") == parts.start("colon") ? parts.start("text") + 1 : Integer.MAX_VALUE;
    }

    /** What is done, the text going on with {@code more}. */
    Deed deed(String more) throws Unreadable {
        String who = Quotes.off(part("who"));
        Verb verb = Verb.of(part("verb"));
        String which = part("which");
        Deed.Details details = new Deed.Details(
                all(NAME, "for"), part("due"), all(FILE, "files"), which.isEmpty() ? 0 : Integer.parseInt(which));
        String object = Quotes.off(part("object"));
        Deed deed = new Deed(who, verb, object, details, part("text").strip() + "\n" + more);
        if (!deed.complete()) {
            throw new Unreadable(wanted(verb, part("who")));
        }
        try {
            details.dueDate();
        } catch (DateTimeException e) {
            throw new Unreadable(details.due() + " is no date");
        }
        return deed;
    }

    private String part(String name) {
        String part = parts.group(name);
        return part == null ? "" : part;
    }

    private List<String> all(Pattern which, String part) {
        return which.matcher(part(part))
                .results()
                .map(MatchResult::group)
                .map(found -> Quotes.off(found.strip()))
                .toList();
    }
}
