package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.declare.Declaration.OfTimes;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.dispatch.TimedHandler;
import dev.spacesbot.internal.schedule.Clockwork;
import dev.spacesbot.internal.schedule.CronTimes;
import dev.spacesbot.internal.schedule.Performer;
import dev.spacesbot.internal.schedule.Recurring;
import dev.spacesbot.internal.schedule.Reminder;
import dev.spacesbot.internal.schedule.Reminders;
import dev.spacesbot.internal.schedule.Rhythm;
import dev.spacesbot.store.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot does by time, in turn with everything else. */
final class Timetable implements Performer, JoinListener {

    private static final Logger log = LoggerFactory.getLogger(Timetable.class);

    private final Lanes lanes;
    private final Supplier<Dispatcher> dispatcher;
    private final Wiring wiring;
    private volatile Clockwork clockwork;
    private boolean connected;
    private boolean stopped;

    /** The kinds of things that a timetable is given as they are. */
    record Wiring(
            Subscriptions subscriptions,
            BooleanSupplier connected,
            KnownSpaces spaces,
            Reminders reminders,
            Surroundings surroundings,
            ZoneId zone) {}

    Timetable(Lanes lanes, Supplier<Dispatcher> dispatcher, Wiring wiring) {
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.wiring = wiring;
        this.clockwork = clockwork(dispatcher.get());
        wiring.subscriptions().listen(this);
    }

    private Clockwork clockwork(Dispatcher current) {
        Surroundings surroundings = wiring.surroundings();
        return new Clockwork(
                current.router().timed().stream()
                        .map(handler -> recurring(handler, current))
                        .toList(),
                surroundings.store(),
                surroundings.timers(),
                surroundings.background(),
                this);
    }

    private Recurring recurring(TimedHandler handler, Dispatcher current) {
        OfTimes times = handler.times();
        ZoneId zone = times.zone() == null ? wiring.zone() : times.zone();
        Rhythm rhythm = times.every() == null ? CronTimes.of(times.cron(), zone) : new Rhythm.Every(times.every());
        return new Recurring(
                handler.name(),
                rhythm,
                times.misfire(),
                handler.eachSpace(),
                space -> current.run(handler.invocation(), space == null ? Occasion.NONE : Occasion.in(space)));
    }

    /** There is a connection, and every wanted space is asked for. */
    synchronized void connected() {
        connected = true;
        wiring.reminders().start(this);
        clockwork.connected();
    }

    /** Other handlers are there: goes by their times, counted from now where they are new. */
    synchronized void replaced() {
        clockwork.stop();
        if (stopped) {
            return;
        }
        clockwork = clockwork(dispatcher.get());
        if (connected) {
            clockwork.connected();
        }
    }

    /** Begins nothing any more. */
    synchronized void stop() {
        stopped = true;
        clockwork.stop();
        wiring.reminders().stop();
    }

    /** The bot has left a space, and its lane is cleared. */
    void left(String spaceId) {
        clockwork.left(spaceId);
        wiring.reminders().left(spaceId);
    }

    @Override
    public void joined(String spaceId, Instant since) {
        if (clockwork.owes()) {
            wiring.surroundings()
                    .background()
                    .execute(() -> clockwork.joined(wiring.spaces().get(spaceId)));
        }
    }

    @Override
    public void refused(String spaceId, String reason) {}

    @Override
    public boolean isConnected() {
        return wiring.connected().getAsBoolean();
    }

    @Override
    public CompletionStage<?> say(Reminder reminder, Reply reply, Change removal) {
        if (isLeft(reminder)) {
            return CompletableFuture.completedFuture("");
        }
        return dispatcher.get().say(occasion(reminder), "What was put off", reply, removal);
    }

    @Override
    public @Nullable CompletionStage<?> perform(Reminder reminder, Change removal) {
        if (isLeft(reminder)) {
            return null;
        }
        Dispatcher current = dispatcher.get();
        Invocation handler = current.router().reminder(reminder.name()).orElse(null);
        if (handler == null) {
            log.error("There is no @OnReminder(\"{}\") any more; what was put off for it is dropped", reminder.name());
            return null;
        }
        return current.run(handler, occasion(reminder), List.of(removal));
    }

    private boolean isLeft(Reminder reminder) {
        boolean left = wiring.subscriptions().left(reminder.space().id());
        if (left) {
            log.info(
                    "Something that was put off is dropped: space {} was left",
                    reminder.space().id());
        }
        return left;
    }

    private static Occasion occasion(Reminder reminder) {
        return Occasion.reminder(
                reminder.space(), reminder.user(), reminder.value().toString());
    }

    @Override
    public Set<Space> joined() {
        return wiring.subscriptions().joined().stream()
                .map(wiring.spaces()::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean submit(String lane, Supplier<@Nullable CompletionStage<?>> turn) {
        return lanes.submit(lane, turn::get);
    }
}
