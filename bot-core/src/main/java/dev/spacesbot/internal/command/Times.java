package dev.spacesbot.internal.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** Days and times of day as people write them. */
final class Times {

    static final String WANTED = "a time of day such as 17:30, 9am or 9:30pm";

    private static final int HALF_DAY = 12;
    private static final int SHORTEST_DAY_NAME = 3;
    private static final int ISO_DAY = "2030-12-24".length();
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))?\\s*(am|pm)?");

    private Times() {}

    /** {@code 17:30}, {@code 9am}, {@code noon}; a bare number is none. */
    static Optional<LocalTime> time(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("noon")) {
            return Optional.of(LocalTime.NOON);
        } else if (lower.equals("midnight")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        Matcher matcher = TIME.matcher(lower);
        if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        String half = matcher.group(3);
        if (half != null) {
            if (hour < 1 || hour > HALF_DAY) {
                return Optional.empty();
            }
            hour = hour % HALF_DAY + (half.equals("pm") ? HALF_DAY : 0);
        }
        try {
            return Optional.of(LocalTime.of(hour, matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2030-12-24}, today, tomorrow, or the next day of that name. */
    static Optional<LocalDate> date(String text, LocalDate today) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("today")) {
            return Optional.of(today);
        } else if (lower.equals("tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (name.equals(lower) || (lower.length() == SHORTEST_DAY_NAME && name.startsWith(lower))) {
                return Optional.of(today.with(TemporalAdjusters.next(day)));
            }
        }
        try {
            // With a sign there may be more: a year that is the last there is has no tomorrow.
            return text.length() == ISO_DAY ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
