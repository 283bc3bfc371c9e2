package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.internal.people.People;
import java.time.ZonedDateTime;

/** What a bot offers to a handler for one turn. Nothing of it costs anything before it is asked for. */
public interface Context {

    /** What the bot can do on its own initiative. */
    Spaces spaces();

    /** Who belongs to a space. */
    People people();

    /** The time now, in the bot's time zone. */
    ZonedDateTime now();

    /** The step that the conversation with whoever wrote is at; empty where it is at none, or nobody wrote. */
    String step();

    /** What is remembered of whoever wrote, in this space. */
    Session session();

    /** What is done later, in this space. */
    Schedule schedule();
}
