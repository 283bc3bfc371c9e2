package dev.spacesbot.internal.runtime;

import dev.spacesbot.config.CatchUpRules;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much of what was missed is answered. What is left out is logged and counted. */
record Bounds(CatchUpRules rules, Journal journal, Observer observer) {

    private static final Logger log = LoggerFactory.getLogger(Bounds.class);

    /** Nothing from before that is answered. */
    Instant oldest() {
        return journal.now().minus(rules.maxAge());
    }

    /** Leaves out what was said in a space before {@code oldest}. How many messages that are, nobody asks the service for. */
    void skip(String spaceId, Instant oldest) {
        Instant begin = journal.of(spaceId).from();
        if (begin.isBefore(oldest)) {
            log.info("What was said in space {} from {} to {} is too long past to be answered", spaceId, begin, oldest);
            observer.tooLongPast();
            journal.skip(spaceId, oldest);
        }
    }

    /** The newest of a space's messages, not too many of them. */
    List<SpaceEvent> newest(String spaceId, List<SpaceEvent> news) {
        int tooMany = news.size() - rules.maxMessages();
        if (tooMany <= 0) {
            return news;
        }
        log.warn(
                "{} messages of space {} are passed over: more than {} were missed",
                tooMany,
                spaceId,
                rules.maxMessages());
        observer.leftOut(tooMany);
        return news.subList(tooMany, news.size());
    }
}
