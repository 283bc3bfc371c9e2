package dev.spacesbot.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The model's one lock. Decisions are taken one at a time; what they caused is delivered after the lock is free, on the
 * same thread, in the order of the decisions for every receiver.
 *
 * <p>A receiver may call back into the model: what that causes is delivered once the receiver has returned, never inside
 * it, so that an endless conversation does not exhaust the stack.
 */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Mailbox> touched = new ArrayList<>();
    // One for each emulator: what waits in one must not be delivered by another's turn. Removed after each turn.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Queue<Mailbox>> delivering = new ThreadLocal<>();

    void run(Runnable decision) {
        decide(() -> {
            decision.run();
            return Boolean.TRUE;
        });
    }

    <T extends @Nullable Object> T decide(Supplier<T> decision) {
        List<Mailbox> ready = List.of();
        try {
            lock.lock();
            try {
                return decision.get();
            } finally {
                if (lock.getHoldCount() == 1 && !touched.isEmpty()) {
                    ready = new ArrayList<>(touched);
                    touched.clear();
                }
                lock.unlock();
            }
        } finally {
            deliver(ready);
        }
    }

    /** Puts a delivery into a mailbox; only within a decision. */
    void post(Mailbox mailbox, Runnable delivery) {
        mailbox.add(delivery);
        touched.add(mailbox);
    }

    private void deliver(List<Mailbox> ready) {
        if (ready.isEmpty()) {
            return;
        }
        Queue<Mailbox> outer = delivering.get();
        if (outer != null) {
            outer.addAll(ready);
            return;
        }
        Queue<Mailbox> mine = new ArrayDeque<>(ready);
        delivering.set(mine);
        try {
            for (Mailbox mailbox = mine.poll(); mailbox != null; mailbox = mine.poll()) {
                mailbox.drain();
            }
        } finally {
            delivering.remove();
        }
    }
}
