package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.declare.Declaration.Moment;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs the handlers for the moments in the life of a bot: each in the lane of its space, or in one for the bot itself. */
final class Moments implements JoinListener {

    /** The lane of what belongs to no space. */
    static final String NO_SPACE = "";

    private final Lanes lanes;
    private final Supplier<Dispatcher> dispatcher;
    private final KnownSpaces spaces;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    Moments(Lanes lanes, Supplier<Dispatcher> dispatcher, KnownSpaces spaces) {
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.spaces = spaces;
    }

    /** There is a connection; the first one is the start. */
    void connected() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        run(Moment.START, dispatcher.get());
    }

    /** Other handlers are there: those {@code before} have stopped, and these start. */
    void replaced(Dispatcher before) {
        if (started.get() && !stopped.get()) {
            run(Moment.STOP, before);
            run(Moment.START, dispatcher.get());
        }
    }

    /** The bot is about to stop; told once, however often it is stopped. */
    void stopping() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        run(Moment.STOP, dispatcher.get());
    }

    private void run(Moment moment, Dispatcher current) {
        current.router()
                .at(moment)
                .forEach(handler -> lanes.submit(NO_SPACE, () -> current.run(handler, Occasion.NONE)));
    }

    private void run(List<Invocation> handlers, Dispatcher current, String spaceId) {
        handlers.forEach(handler ->
                lanes.submit(spaceId, () -> current.run(handler, Occasion.in(spaces.get(spaceId)))));
    }

    @Override
    public void joined(String spaceId, Instant since) {
        boolean again = !joined.add(spaceId);
        Dispatcher current = dispatcher.get();
        run(current.router().joined(again), current, spaceId);
    }

    void left(String spaceId) {
        if (joined.remove(spaceId)) {
            Dispatcher current = dispatcher.get();
            run(current.router().at(Moment.LEAVE), current, spaceId);
        }
    }

    @Override
    public void refused(String spaceId, String reason) {}
}
