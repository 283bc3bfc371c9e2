package dev.spacesbot.testkit;

import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.time.Instant;

/** The time as the bot and the service see it: it stands still until the test moves it. Begins on a Monday at 9:00 UTC. */
public final class TestClock {

    private final HandTimers timers;
    private final Runnable settle;

    TestClock(HandTimers timers, Runnable settle) {
        this.timers = timers;
        this.settle = settle;
    }

    /** The time now. */
    public Instant now() {
        return timers.now();
    }

    /** Lets time pass: whatever falls due runs, in order, each thing to its end before the next. */
    public void advance(Duration time) {
        timers.advance(time, settle);
    }
}
