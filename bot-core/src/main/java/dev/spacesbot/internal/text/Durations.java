package dev.spacesbot.internal.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Spans of time as people write them: {@code 10m}, {@code 1h30m}, {@code 2 hours}, {@code 1 day and 6 hours}. */
public final class Durations {

    /** How to write one, to be read after "is not". */
    public static final String WANTED = "a span of time such as 10m, 1h30m or 2 hours";

    private static final int LONGEST = 60;
    private static final Duration MOST = Duration.ofDays(36_500);
    private static final Pattern WHOLE = Pattern.compile("(?:(?:and\\s+)?[0-9]+\\s*[a-z]+,?\\s*)+");
    private static final Pattern PART = Pattern.compile("([0-9]+)\\s*([a-z]+)");

    private Durations() {}

    /** The span that a text tells; empty where it tells none, or none that can be reckoned with. */
    public static Optional<Duration> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.length() > LONGEST || !WHOLE.matches(lower)) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher parts = PART.matcher(lower);
        while (parts.find()) {
            Optional<Duration> unit = unit(parts.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            try {
                sum = sum.plus(unit.get().multipliedBy(Long.parseLong(parts.group(1))));
            } catch (ArithmeticException | NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(sum).filter(span -> span.compareTo(MOST) <= 0);
    }

    /** Whether a word is a unit of time. */
    public static boolean isUnit(String word) {
        return unit(word.toLowerCase(Locale.ROOT)).isPresent();
    }

    /** The shortest way to write a span, in words for people: {@code 2 hours 5 minutes}. */
    public static String inWords(Duration span) {
        StringBuilder words = new StringBuilder();
        append(words, span.toDays(), "day");
        append(words, span.toHoursPart(), "hour");
        append(words, span.toMinutesPart(), "minute");
        append(words, span.toSecondsPart(), "second");
        return words.isEmpty() ? "0 seconds" : words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
            words.append(count == 1 ? "" : "s");
        }
    }

    private static Optional<Duration> unit(String word) {
        return switch (word) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
            case "h", "hr", "hrs", "hour", "hours" -> Optional.of(Duration.ofHours(1));
            case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
            case "w", "week", "weeks" -> Optional.of(Duration.ofDays(7));
            default -> Optional.empty();
        };
    }
}
