package dev.spacesbot.transcript;

import dev.spacesbot.event.Role;
import dev.spacesbot.internal.text.Durations;
import dev.spacesbot.transcript.TranscriptReader.Unreadable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in brackets. */
final class Brackets {

    /** What may stand there. */
    static final List<String> FORMS = List.of(
            "[space TITLE]",
            "[direct NAME]",
            "[+3h]",
            "[until 17:00]",
            "[until MON 9:00]",
            "[until 2026-01-09 9:00]",
            "[NAME is admin]",
            "[NAME is member]",
            "[NAME is guest]",
            "[throws EXCEPTION]");

    private static final Pattern UNTIL =
            Pattern.compile("until (?:(?<date>\\d{4}-\\d\\d-\\d\\d) |(?<day>\\p{Alpha}+) )?(?<time>\\d?\\d:\\d\\d)");
    private static final Pattern ROLE = Pattern.compile("(?<who>.+) is (?<role>admin|member|guest)", Pattern.DOTALL);
    private static final int LETTERS_OF_A_DAY = 3;

    private Brackets() {}

    static Step read(String line) throws Unreadable {
        Step step =
                line.endsWith("]") ? step(line.substring(1, line.length() - 1).strip()) : null;
        if (step == null) {
            throw new Unreadable("nobody knows what this means: " + line, FORMS);
        }
        return step;
    }

    /** The line that says this. */
    static String write(Step step) {
        if (step instanceof Step.InSpace space) {
            return "[space " + Quotes.aroundTitle(space.title()) + "]";
        }
        if (step instanceof Step.InDirect direct) {
            return "[direct " + Quotes.aroundName(direct.person()) + "]";
        }
        if (step instanceof Step.HasRole role) {
            return "[" + Quotes.aroundName(role.person()) + " is "
                    + role.role().name().toLowerCase(Locale.ROOT) + "]";
        }
        if (step instanceof Step.Wait wait) {
            return "[+" + Durations.inWords(wait.time()) + "]";
        }
        if (step instanceof Step.WaitUntil until) {
            LocalDate date = until.date();
            DayOfWeek day = until.weekday();
            String when = date == null ? "" : date + " ";
            return "[until " + when + (day == null ? "" : day.name().substring(0, LETTERS_OF_A_DAY) + " ")
                    + until.time().truncatedTo(ChronoUnit.MINUTES) + "]";
        }
        return "[throws " + ((Step.Throws) step).type() + "]";
    }

    private static @Nullable Step step(String words) throws Unreadable {
        if (words.startsWith("space ")) {
            return new Step.InSpace(rest(words));
        }
        if (words.startsWith("direct ")) {
            return new Step.InDirect(rest(words));
        }
        if (words.startsWith("throws ")) {
            return new Step.Throws(rest(words));
        }
        if (words.startsWith("+")) {
            return new Step.Wait(Durations.parse(words.substring(1))
                    .orElseThrow(() -> new Unreadable("\"" + words.substring(1) + "\" is not " + Durations.WANTED)));
        }
        Matcher role = ROLE.matcher(words);
        if (role.matches()) {
            return new Step.HasRole(
                    Quotes.off(role.group("who")),
                    Role.valueOf(role.group("role").toUpperCase(Locale.ROOT)));
        }
        Matcher until = UNTIL.matcher(words);
        return until.matches() ? until(until) : null;
    }

    private static String rest(String words) {
        return Quotes.off(words.substring(words.indexOf(' ')).strip());
    }

    private static Step until(Matcher words) throws Unreadable {
        String date = words.group("date");
        String time = words.group("time");
        try {
            return new Step.WaitUntil(
                    date == null ? null : LocalDate.parse(date),
                    weekday(words.group("day")),
                    LocalTime.parse(time.length() == "9:00".length() ? "0" + time : time));
        } catch (DateTimeException e) {
            throw new Unreadable("[" + words.group() + "] names no day or no time that there is");
        }
    }

    private static @Nullable DayOfWeek weekday(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String day = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(each -> day.length() >= LETTERS_OF_A_DAY && each.name().startsWith(day))
                .findFirst()
                .orElseThrow(() -> new DateTimeException(name));
    }
}
