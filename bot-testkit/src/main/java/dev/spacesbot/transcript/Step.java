package dev.spacesbot.transcript;

import dev.spacesbot.event.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens next in a conversation: somebody does something, or it goes on elsewhere, later or otherwise. */
public sealed interface Step
        permits Deed, Step.InSpace, Step.InDirect, Step.Wait, Step.WaitUntil, Step.HasRole, Step.Throws {

    /** The lines of a transcript that say this. */
    default List<String> lines() {
        return List.of(Brackets.write(this));
    }

    /**
     * From here on in a group.
     *
     * @param title of the group
     */
    record InSpace(String title) implements Step {}

    /**
     * From here on in somebody's direct space with the bot.
     *
     * @param person who
     */
    record InDirect(String person) implements Step {}

    /**
     * Time passes.
     *
     * @param time how much; more than none
     */
    record Wait(Duration time) implements Step {}

    /**
     * Time passes until a time, in UTC.
     *
     * @param date the day; null for a weekday or the next time that it is {@code time}
     * @param weekday the day; null for a date or the next time that it is {@code time}
     * @param time the time of the day
     */
    record WaitUntil(@Nullable LocalDate date, @Nullable DayOfWeek weekday, LocalTime time) implements Step {

        /** When that is, seen from {@code now}; before {@code now} only where a date says so. */
        public Instant after(Instant now) {
            if (date != null) {
                return date.atTime(time).toInstant(ZoneOffset.UTC);
            }
            OffsetDateTime next = now.atOffset(ZoneOffset.UTC).with(time);
            if (weekday != null) {
                next = next.with(TemporalAdjusters.nextOrSame(weekday));
            }
            if (!next.toInstant().isAfter(now)) {
                next = next.plusDays(weekday == null ? 1 : DayOfWeek.values().length);
            }
            return next.toInstant();
        }
    }

    /**
     * Somebody has a role in the space.
     *
     * @param person who
     * @param role from here on
     */
    record HasRole(String person, Role role) implements Step {}

    /**
     * A handler threw something.
     *
     * @param type the simple name of its class or of one above that
     */
    record Throws(String type) implements Step {}
}
