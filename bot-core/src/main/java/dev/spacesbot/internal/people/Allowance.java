package dev.spacesbot.internal.people;

import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.time.Instant;

/**
 * How often the service may be asked before what it said is old, on account of people who are not known: strangers must not be
 * able to use up its 60 calls a minute. Safe for use by several threads.
 */
final class Allowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 30;

    private final Timers timers;
    private Instant since = Instant.MIN;
    private int taken;

    Allowance(Timers timers) {
        this.timers = timers;
    }

    synchronized boolean take() {
        Instant now = timers.now();
        if (since.isBefore(now.minus(WINDOW))) {
            since = now;
            taken = 0;
        }
        if (taken >= MOST) {
            return false;
        }
        taken++;
        return true;
    }
}
