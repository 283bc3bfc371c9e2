package dev.spacesbot.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the events of any span of the same length; those that are turned away do not count. */
final class RateWindow {

    private final Duration length;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    RateWindow(Duration length) {
        this.length = length;
    }

    static RateWindow ofAMinute() {
        return new RateWindow(Duration.ofMinutes(1));
    }

    boolean admit(Instant now, int limit) {
        if (!hasRoom(now, limit)) {
            return false;
        }
        add(now, limit);
        return true;
    }

    /** Whether one more is within the limit; 0 stands for none. */
    boolean hasRoom(Instant now, int limit) {
        Instant start = now.minus(length);
        while (!admitted.isEmpty() && !admitted.getFirst().isAfter(start)) {
            admitted.removeFirst();
        }
        return limit == 0 || admitted.size() < limit;
    }

    void add(Instant now, int limit) {
        if (limit > 0) {
            admitted.addLast(now);
        }
    }

    /** How long until there is room again, where there is none. */
    Duration wait(Instant now) {
        Instant first = admitted.peekFirst();
        return first == null ? Duration.ZERO : Duration.between(now, first.plus(length));
    }
}
