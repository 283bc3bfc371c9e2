package dev.spacesbot.internal.runtime;

import dev.spacesbot.Spaces;
import dev.spacesbot.config.Rules;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.people.People;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.work.Ledger;
import java.time.ZoneId;

/**
 * What a bot has to offer to its handlers, and goes by.
 *
 * @param spaces what it can do on its own initiative
 * @param people who belongs to a space
 * @param rules how it behaves
 * @param ledger what handlers keep
 * @param journal what is kept of the way of messages
 * @param surroundings the clock and the threads
 */
record Facilities(
        Spaces spaces, People people, Rules rules, Ledger ledger, Journal journal, Surroundings surroundings) {

    /** The clock. */
    Timers timers() {
        return surroundings.timers();
    }

    /** The bot's time zone. */
    ZoneId zone() {
        return rules.zone();
    }
}
