package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import org.jspecify.annotations.Nullable;

/**
 * What sets a handler off.
 *
 * @param event the message, task, post or presence; null where it is none
 * @param space where; null where it is for no space
 * @param sender who; null where nobody is
 * @param subject what a handler threw, or what was kept for a reminder, as JSON; null where it is neither
 */
public record Occasion(
        @Nullable SpaceEvent event,
        @Nullable Space space,
        @Nullable User sender,
        @Nullable Object subject) {

    /** The start or the stop, or a time that belongs to no space. */
    public static final Occasion NONE = new Occasion(null, null, null, null);

    /** Something that happened in a space. */
    public static Occasion of(SpaceEvent event) {
        return new Occasion(event, event.space(), event.sender(), null);
    }

    /** A time, or a moment in the life of the bot, that belongs to a space. */
    public static Occasion in(Space space) {
        return new Occasion(null, space, null, null);
    }

    /** A reminder, with the JSON that was kept for it. */
    public static Occasion reminder(Space space, @Nullable User user, String json) {
        return new Occasion(null, space, user, json);
    }

    /** The same occasion, on which a handler threw. */
    public Occasion failed(Throwable error) {
        return new Occasion(event, space, sender, error);
    }

    /** What to call it in the log. */
    public String inWords() {
        String what = event == null ? "its time" : event.id();
        if (event instanceof Presence presence) {
            what = "presence (" + presence.kind() + ")";
        }
        return space == null ? what : what + " in space " + space.id();
    }
}
