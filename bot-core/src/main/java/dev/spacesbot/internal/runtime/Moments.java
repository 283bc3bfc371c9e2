package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.declare.Declaration.Moment;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.dispatch.Router;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the handlers for the moments in the life of a bot: each in the lane of its space, or in one for the bot itself. */
final class Moments implements JoinListener {

    /** The lane of what belongs to no space. */
    static final String NO_SPACE = "";

    private final Router router;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final KnownSpaces spaces;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    Moments(Router router, Lanes lanes, Dispatcher dispatcher, KnownSpaces spaces) {
        this.router = router;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.spaces = spaces;
    }

    /** There is a connection; the first one is the start. */
    void connected() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        router.at(Moment.START)
                .forEach(handler -> lanes.submit(NO_SPACE, () -> dispatcher.run(handler, Occasion.NONE)));
    }

    /** The bot is about to stop; told once, however often it is stopped. */
    void stopping() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        router.at(Moment.STOP).forEach(handler -> lanes.submit(NO_SPACE, () -> dispatcher.run(handler, Occasion.NONE)));
    }

    @Override
    public void joined(String spaceId) {
        boolean again = !joined.add(spaceId);
        router.joined(again)
                .forEach(handler ->
                        lanes.submit(spaceId, () -> dispatcher.run(handler, Occasion.in(spaces.get(spaceId)))));
    }

    void left(String spaceId) {
        if (joined.remove(spaceId)) {
            router.at(Moment.LEAVE)
                    .forEach(handler ->
                            lanes.submit(spaceId, () -> dispatcher.run(handler, Occasion.in(spaces.get(spaceId)))));
        }
    }

    @Override
    public void refused(String spaceId, String reason) {}
}
