package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.people.RememberedPeople;
import java.util.function.Supplier;

/** Puts events into the lanes of their spaces, to be handled there. */
final class Handling {

    private final Lanes lanes;
    private final Supplier<Dispatcher> dispatcher;
    private final TypingSign typing;
    private final KnownSpaces spaces;
    private final RememberedPeople people;

    /** Asks for the {@code dispatcher} when a turn begins, and keeps to it in that turn. */
    Handling(
            Lanes lanes,
            Supplier<Dispatcher> dispatcher,
            TypingSign typing,
            KnownSpaces spaces,
            RememberedPeople people) {
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.typing = typing;
        this.spaces = spaces;
        this.people = people;
    }

    /**
     * Takes a message, task or post; returns false where too many of its space wait already.
     *
     * @param late whether it was found in the history
     */
    boolean take(SpaceEvent event, boolean late) {
        spaces.heard(event);
        people.heard(event);
        String spaceId = event.space().id();
        return lanes.submit(
                spaceId, () -> typing.during(spaceId, () -> dispatcher.get().handle(event, late)));
    }

    /** Does something once what waits in a space is handled; leaves it out where too much waits. */
    void afterwards(String spaceId, Runnable task) {
        boolean unused = lanes.submit(spaceId, () -> {
            task.run();
            return null;
        });
    }

    /** Takes presence where there is room beside everything else. */
    boolean takeIfRoom(Presence presence) {
        return lanes.offer(presence.space().id(), () -> dispatcher.get().handle(withTitle(presence), false));
    }

    /** Presence comes without what the space is called. */
    private Presence withTitle(Presence presence) {
        Space told = presence.space();
        return told.title().isEmpty() ? presence.in(presence.envelope().in(spaces.get(told.id()))) : presence;
    }
}
