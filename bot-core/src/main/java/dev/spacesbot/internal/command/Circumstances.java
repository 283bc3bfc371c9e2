package dev.spacesbot.internal.command;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.User;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some words depend on: who is there, and what day it is. */
public interface Circumstances {

    /** Who wrote the words; null where nobody did. */
    @Nullable
    User sender();

    /**
     * Who is in the space.
     *
     * @throws UsageException where that cannot be told right now
     */
    List<Member> members();

    /** The time now, in the bot's time zone. */
    ZonedDateTime now();
}
