package dev.spacesbot.playground.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What has happened in the playground, the last of it, for whoever looks on. Safe for use by several threads. */
public final class Inspector {

    /** Enough to look back on; a busy bot makes a hundred in a minute. */
    private static final int KEPT = 2_000;

    /** What has happened, as JSON; {@code number} grows by one from entry to entry. */
    public record Entry(long number, String event, String json) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /** Begins with nothing. */
    public Inspector() {}

    /** Adds what {@code data} says, with its number and the time. */
    public synchronized void tell(String event, ObjectNode data) {
        last++;
        ObjectNode json = Json.object().put("seq", last).put("at", Instant.now().toString());
        json.setAll(data);
        entries.addLast(new Entry(last, event, Json.write(json)));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
        notifyAll();
    }

    /** What came after that number; waits for it, at most so long, where there is nothing yet. */
    public synchronized List<Entry> after(long number, Duration atMost) throws InterruptedException {
        // A page may have outlived the playground that it was opened with, whose numbers were higher.
        long known = number > last ? 0 : number;
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (last <= known && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return entries.stream().filter(entry -> entry.number() > known).toList();
    }
}
