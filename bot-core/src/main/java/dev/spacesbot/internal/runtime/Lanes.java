package dev.spacesbot.internal.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane for each space: what happens in a space is handled one after the other, different spaces go side by side. Safe
 * for use by several threads.
 */
final class Lanes {

    /** The handling of one event. */
    interface Turn {

        /** Handles it; returns null where that is done, else a stage that completes once it is. */
        @Nullable
        CompletionStage<?> run();
    }

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    /** How much of what can be done without may wait in one lane. */
    static final int MOST_DISPENSABLE = 100;

    /** There is room again where only this part of it is taken. */
    private static final int ROOMY = 4;

    private final Executor executor;
    private final int capacity;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Count pending = new Count();
    private volatile Consumer<String> room = spaceId -> {};

    /** Runs turns on {@code executor}; at most {@code capacity} wait in one lane. */
    Lanes(Executor executor, int capacity) {
        this.executor = executor;
        this.capacity = capacity;
    }

    /** Tells {@code room} of a space whose lane was full, once there is room for many. */
    void whenThereIsRoom(Consumer<String> room) {
        this.room = room;
    }

    /** Adds a turn to a space's lane; returns false, and forgets it, where the lane is full. Never waits. */
    boolean submit(String spaceId, Turn turn) {
        return lanes.computeIfAbsent(spaceId, Lane::new).add(turn);
    }

    /** The same for what can be done without: little of it may wait, and however much, it takes nobody else's room. */
    boolean offer(String spaceId, Turn turn) {
        return lanes.computeIfAbsent(spaceId, Lane::new).add(new Dispensable(turn));
    }

    /** Forgets what waits in a space's lane; what is being handled goes on. */
    void clear(String spaceId) {
        // The lane itself stays: where the space is joined again, what still runs there goes before what comes then.
        Lane lane = lanes.get(spaceId);
        if (lane != null) {
            lane.clear();
        }
    }

    /**
     * Waits until nothing waits or runs in any lane, those of {@code except} aside.
     *
     * @return false where that takes longer
     */
    boolean awaitIdle(Set<String> except, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (Map.Entry<String, Lane> lane : lanes.entrySet()) {
            if (!except.contains(lane.getKey()) && !lane.getValue().awaitIdle(end)) {
                return false;
            }
        }
        return true;
    }

    /** The turns that wait or run. */
    Count pending() {
        return pending;
    }

    private record Dispensable(Turn turn) implements Turn {

        @Override
        public @Nullable CompletionStage<?> run() {
            return turn.run();
        }
    }

    private final class Lane implements Runnable {

        private final Queue<Turn> waiting = new ArrayDeque<>();
        private final String spaceId;
        private int dispensable;
        private boolean running;
        private boolean wasFull;

        Lane(String spaceId) {
            this.spaceId = spaceId;
        }

        boolean add(Turn turn) {
            boolean start;
            synchronized (this) {
                boolean full = turn instanceof Dispensable ? dispensable >= MOST_DISPENSABLE : isFull();
                if (full) {
                    wasFull |= isFull();
                    return false;
                }
                dispensable += turn instanceof Dispensable ? 1 : 0;
                waiting.add(turn);
                pending.add(1);
                start = !running;
                running = true;
            }
            if (start) {
                executor.execute(this);
            }
            return true;
        }

        private boolean isFull() {
            return waiting.size() - dispensable >= capacity;
        }

        synchronized void clear() {
            pending.add(-waiting.size());
            waiting.clear();
            dispensable = 0;
        }

        private @Nullable Turn next() {
            boolean roomy;
            Turn turn;
            synchronized (this) {
                turn = poll();
                roomy = wasFull && waiting.size() - dispensable <= capacity / ROOMY;
                wasFull &= !roomy;
            }
            if (roomy) {
                room.accept(spaceId);
            }
            return turn;
        }

        private @Nullable Turn poll() {
            Turn turn = waiting.poll();
            running = turn != null;
            if (!running) {
                notifyAll();
            }
            dispensable -= turn instanceof Dispensable ? 1 : 0;
            return turn;
        }

        synchronized boolean awaitIdle(long end) throws InterruptedException {
            while (running) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        }

        @Override
        public void run() {
            for (Turn turn = next(); turn != null; turn = next()) {
                CompletableFuture<?> rest = start(turn);
                if (rest != null && !rest.isDone()) {
                    var unused = rest.whenComplete((done, error) -> {
                        pending.add(-1);
                        executor.execute(this);
                    });
                    return;
                }
                pending.add(-1);
            }
        }

        private @Nullable CompletableFuture<?> start(Turn turn) {
            try {
                CompletionStage<?> rest = turn.run();
                return rest == null ? null : rest.toCompletableFuture();
            } catch (RuntimeException | Error e) {
                // A turn deals with its own failures; whatever gets here must not stop the lane.
                log.error("A turn failed", e);
                return null;
            }
        }
    }
}
