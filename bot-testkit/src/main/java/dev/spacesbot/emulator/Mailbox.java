package dev.spacesbot.emulator;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits to be delivered to one receiver: in order, by one thread at a time, whichever comes first. */
final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    synchronized void add(Runnable delivery) {
        waiting.add(delivery);
    }

    /** Delivers all there is, unless another thread is at it: that one takes the new ones as well. */
    void drain() {
        if (!begin()) {
            return;
        }
        for (Runnable delivery = next(); delivery != null; delivery = next()) {
            deliver(delivery);
        }
    }

    private synchronized boolean begin() {
        boolean mine = !busy;
        busy = true;
        return mine;
    }

    private synchronized @Nullable Runnable next() {
        Runnable delivery = waiting.poll();
        busy = delivery != null;
        return delivery;
    }

    // Errors too, such as a failed assertion in a listener: the other receivers must not go without.
    private static void deliver(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException | Error e) {
            log.error("A receiver of the emulator failed; the next delivery goes on", e);
        }
    }
}
