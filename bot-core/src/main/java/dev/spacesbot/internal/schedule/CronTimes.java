package dev.spacesbot.internal.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The times of a cron expression in a time zone. */
public final class CronTimes implements Rhythm {

    private final String expression;
    private final ExecutionTime times;
    private final ZoneId zone;

    private CronTimes(String expression, ExecutionTime times, ZoneId zone) {
        this.expression = expression;
        this.times = times;
        this.zone = zone;
    }

    /**
     * Reads five fields: minute, hour, day of month, month, day of week.
     *
     * @throws IllegalArgumentException where it is no such expression, with what is wrong, to be read after "is not"
     */
    public static CronTimes of(String expression, ZoneId zone) {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        return new CronTimes(expression, ExecutionTime.forCron(parser.parse(expression)), zone);
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }

    @Override
    public String toString() {
        return expression + " " + zone;
    }
}
