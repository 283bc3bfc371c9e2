package dev.spacesbot.testkit;

import java.time.Duration;
import java.time.Instant;

/** The time as the bot and the service see it: it stands still until the test moves it. Begins on a Monday at 9:00 UTC. */
public final class TestClock {

    private final TestTimers timers;
    private final Runnable settle;

    TestClock(TestTimers timers, Runnable settle) {
        this.timers = timers;
        this.settle = settle;
    }

    /** The time now. */
    public Instant now() {
        return timers.now();
    }

    /** Lets time pass: whatever falls due runs, in order, each thing to its end before the next. */
    public void advance(Duration time) {
        Instant end = timers.now().plus(time);
        for (Runnable task = timers.next(end); task != null; task = timers.next(end)) {
            task.run();
            settle.run();
        }
    }
}
