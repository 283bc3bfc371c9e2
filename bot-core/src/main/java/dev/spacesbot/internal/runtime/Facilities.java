package dev.spacesbot.internal.runtime;

import dev.spacesbot.Spaces;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.people.People;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.work.Ledger;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/**
 * What a bot has to offer to its handlers.
 *
 * @param spaces what it can do on its own initiative
 * @param people who belongs to a space
 * @param timers the clock
 * @param zone the bot's time zone
 * @param ledger what handlers keep
 * @param journal what is kept of the way of messages
 * @param handlers runs handlers
 */
record Facilities(
        Spaces spaces, People people, Timers timers, ZoneId zone, Ledger ledger, Journal journal, Executor handlers) {}
