package dev.spacesbot.bench;

import java.util.Arrays;

/** How long answers took. */
final class Latencies {

    private long[] nanos = new long[1 << 10];
    private int count;

    void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    /** The time within which a part of the answers came, in microseconds; 0.5 for the median. */
    double within(double part) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) (part * (count - 1))] / 1e3;
    }
}
