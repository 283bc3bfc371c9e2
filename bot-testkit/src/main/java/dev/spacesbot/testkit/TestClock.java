package dev.spacesbot.testkit;

import dev.spacesbot.internal.time.HandTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time as the bot and the service see it: it stands still until the test moves it. Begins on a Monday at 9:00 UTC. Handlers
 * whose constructors take a {@link Clock} are given this one.
 */
public final class TestClock extends Clock {

    private final HandTimers timers;
    private final Runnable settle;
    private final ZoneId zone;

    TestClock(HandTimers timers, Runnable settle, ZoneId zone) {
        this.timers = timers;
        this.settle = settle;
        this.zone = zone;
    }

    /** The time now. */
    public Instant now() {
        return timers.now();
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public TestClock withZone(ZoneId other) {
        return new TestClock(timers, settle, other);
    }

    /** Lets time pass: whatever falls due runs, in order, each thing to its end before the next. */
    public void advance(Duration time) {
        timers.advance(time, settle);
    }
}
