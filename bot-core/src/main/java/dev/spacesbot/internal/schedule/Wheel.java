package dev.spacesbot.internal.schedule;

import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Misfire;
import dev.spacesbot.internal.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One handler that runs again and again. Safe for use by several threads. */
final class Wheel {

    /** After a start or a lost connection spaces are joined one by one. So long a space counts as one that was there before. */
    private static final Duration JOINING = Duration.ofMinutes(10);

    private static final Duration LOOK_AFTER = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Wheel.class);

    private final Recurring handler;
    private final String ownLane;
    private final Progress progress;
    private final Drive drive;

    /** The lanes in which a run waits or is at work. */
    private final Set<String> going = new HashSet<>();

    /** The spaces where what was missed is made up for. */
    private final Set<String> served = new HashSet<>();

    /** Until when spaces are made up for as they are joined. */
    private Instant owing = Instant.MIN;

    private Timers.@Nullable Timer timer;
    private boolean started;
    private boolean stopped;

    /** What turns a wheel. */
    record Drive(Timers timers, Executor background, Performer performer) {

        Instant now() {
            return timers.now();
        }
    }

    /** {@code ownLane} is where it runs for no space. */
    Wheel(Recurring handler, String ownLane, Progress progress, Drive drive) {
        this.handler = handler;
        this.ownLane = ownLane;
        this.progress = progress;
        this.drive = drive;
    }

    void connected() {
        Instant now = drive.now();
        synchronized (this) {
            if (!started) {
                started = true;
                plan(handler.rhythm().next(now));
            }
        }
        inBackground(() -> makeUp(now));
    }

    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Sets the timer; what is far away is looked at again and again, since clocks are set and machines sleep. */
    private synchronized void plan(Optional<Instant> due) {
        if (timer != null) {
            timer.cancel();
        }
        if (stopped || due.isEmpty()) {
            return;
        }
        Duration wait = Duration.between(drive.now(), due.get());
        timer = wait.compareTo(LOOK_AFTER) > 0
                ? drive.timers().after(LOOK_AFTER, () -> plan(due))
                : drive.timers().after(wait, () -> inBackground(() -> fire(due.get())));
    }

    private void inBackground(Runnable task) {
        drive.background().execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("{} does not run this time: the store failed", handler.name(), e);
            }
        });
    }

    private void fire(Instant due) {
        Instant now = drive.now();
        plan(handler.rhythm().next(due, now));
        if (handler.eachSpace() && !drive.performer().isConnected()) {
            log.info("{} is due, but there is no connection", handler.name());
            return;
        }
        if (!progress.claim(due, now)) {
            log.debug("{} is run by another process", handler.name());
            return;
        }
        synchronized (this) {
            owing = Instant.MIN;
        }
        if (handler.eachSpace()) {
            drive.performer().joined().forEach(space -> run(space.id(), space));
        } else {
            run(ownLane, null);
        }
    }

    private void makeUp(Instant now) {
        boolean missed = progress.hasMissed(now);
        if (!missed || handler.misfire() == Misfire.SKIP || !progress.claim(now, now)) {
            return;
        }
        log.info("{} has missed its time and is made up for", handler.name());
        if (handler.rhythm() instanceof Rhythm.Every) {
            plan(handler.rhythm().next(now));
        }
        if (!handler.eachSpace()) {
            run(ownLane, null);
            return;
        }
        synchronized (this) {
            served.clear();
            owing = now.plus(JOINING);
        }
        drive.performer().joined().forEach(this::joined);
    }

    synchronized boolean owes() {
        return drive.now().isBefore(owing);
    }

    void joined(Space space) {
        synchronized (this) {
            if (!owes() || !served.add(space.id())) {
                return;
            }
        }
        run(space.id(), space);
    }

    private void run(String lane, @Nullable Space space) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            if (!going.add(lane)) {
                log.warn("{} is still running since its last time; this one is left out", handler.name());
                return;
            }
        }
        if (!drive.performer().submit(lane, () -> turn(lane, space))) {
            log.error("Lane {} has too much waiting; {} is left out", lane, handler.name());
            done(lane);
        }
    }

    /** The bot has left a space, and what waited in its lane is forgotten. */
    void left(String spaceId) {
        done(spaceId);
    }

    private @Nullable CompletionStage<?> turn(String lane, @Nullable Space space) {
        if (isStopped()) {
            done(lane);
            return null;
        }
        CompletionStage<?> rest = handler.work().run(space);
        if (rest == null) {
            done(lane);
            return null;
        }
        return rest.whenComplete((done, error) -> done(lane));
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void done(String lane) {
        going.remove(lane);
    }
}
