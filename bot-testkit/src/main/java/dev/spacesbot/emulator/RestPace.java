package dev.spacesbot.emulator;

import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts everybody's REST calls, where they are limited. Used under the model's lock. */
final class RestPace {

    static final Duration ALL = Duration.ofMinutes(5);

    private record OneCall(EmulatedUser user, String name) {}

    private final Limits limits;
    private final Timers timers;
    private final Map<EmulatedUser, RateWindow> all = new HashMap<>();
    private final Map<OneCall, RateWindow> each = new HashMap<>();

    RestPace(Limits limits, Timers timers) {
        this.limits = limits;
        this.timers = timers;
    }

    void admit(EmulatedUser user, String name) {
        Instant now = timers.now();
        RateWindow together = all.computeIfAbsent(user, any -> new RateWindow(ALL));
        RateWindow alone = each.computeIfAbsent(new OneCall(user, name), any -> RateWindow.ofAMinute());
        check(together, limits.restCallsInFiveMinutes(), now);
        check(alone, limits.sameRestCallsPerMinute(), now);
        together.add(now, limits.restCallsInFiveMinutes());
        alone.add(now, limits.sameRestCallsPerMinute());
    }

    private static void check(RateWindow window, int limit, Instant now) {
        if (!window.hasRoom(now, limit)) {
            throw new Declined(
                    Declined.TOO_MANY, "rate.limit.exceeded", "These were too many calls.", window.wait(now));
        }
    }
}
