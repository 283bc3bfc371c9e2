package dev.spacesbot.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the events of any 60 seconds; those that are turned away do not count. */
final class RateWindow {

    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final Deque<Instant> admitted = new ArrayDeque<>();

    boolean admit(Instant now, int limit) {
        if (limit == 0) {
            return true;
        }
        Instant start = now.minus(LENGTH);
        while (!admitted.isEmpty() && !admitted.getFirst().isAfter(start)) {
            admitted.removeFirst();
        }
        if (admitted.size() >= limit) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }
}
