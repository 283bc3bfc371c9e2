package dev.spacesbot.internal.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The times of a cron expression in a time zone. Where clocks are put forward, a time that they leave out counts as the moment
 * after; where they are put back, a time that comes twice counts once. What runs in every hour, or every so many, goes by the
 * hours that pass.
 */
public final class CronTimes implements Rhythm {

    /** How to write one, to be read after "is not". */
    public static final String WANTED =
            "five fields (minute, hour, day of month, month, day of week) such as" + " 0 9 * * MON-FRI";

    private static final String PREFIX = "Failed to parse cron expression. ";
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final ZonedDateTime LONG_AGO = ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final String expression;
    private final ExecutionTime times;
    private final ZoneId zone;
    private final boolean everyHour;

    private CronTimes(String expression, ExecutionTime times, ZoneId zone) {
        this.expression = expression;
        this.times = times;
        this.zone = zone;
        this.everyHour = expression.split(" ", -1)[1].startsWith("*");
    }

    /**
     * Reads five fields: minute, hour, day of month, month, day of week.
     *
     * @throws IllegalArgumentException where it is no such expression, or its times never come, saying why
     */
    public static CronTimes of(String expression, ZoneId zone) {
        String stripped = expression.strip().replaceAll("\\s+", " ");
        ExecutionTime times = ExecutionTime.forCron(parse(stripped));
        if (times.nextExecution(LONG_AGO).isEmpty()) {
            throw new IllegalArgumentException("there is no such day");
        }
        return new CronTimes(stripped, times, zone);
    }

    private static Cron parse(String expression) {
        try {
            return PARSER.parse(expression).validate();
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(why.startsWith(PREFIX) ? why.substring(PREFIX.length()) : why, e);
        }
    }

    @Override
    public Optional<Instant> next(Instant after) {
        if (everyHour) {
            return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
        }
        // On a clock that nobody puts forward or back, since the library leaves out what the real one leaves out.
        ZonedDateTime local = after.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
        for (Optional<ZonedDateTime> next = times.nextExecution(local);
                next.isPresent();
                next = times.nextExecution(next.get())) {
            Instant instant = instant(next.get().toLocalDateTime());
            if (instant.isAfter(after)) {
                return Optional.of(instant);
            }
        }
        return Optional.empty();
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return expression + " " + zone;
    }
}
