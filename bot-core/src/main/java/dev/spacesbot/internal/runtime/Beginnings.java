package dev.spacesbot.internal.runtime;

import dev.spacesbot.internal.journal.Journal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps where spaces begin that are joined for the first time: many at once together. Safe for use by several threads. */
final class Beginnings {

    private static final Logger log = LoggerFactory.getLogger(Beginnings.class);

    private final Journal journal;
    private final Executor background;
    private final Consumer<String> begun;
    private final Consumer<String> missed;
    private final Map<String, Instant> fresh = new HashMap<>();
    private final Set<String> again = new HashSet<>();
    private boolean beginning;

    /**
     * Tells {@code begun} of each space, on {@code background}; in its place {@code missed} of those that were joined again
     * meanwhile: between two connections something may have been said.
     */
    Beginnings(Journal journal, Executor background, Consumer<String> begun, Consumer<String> missed) {
        this.journal = journal;
        this.background = background;
        this.begun = begun;
        this.missed = missed;
    }

    /** What is said in a space since then is the bot's business. */
    void begin(String spaceId, Instant since) {
        synchronized (this) {
            if (fresh.putIfAbsent(spaceId, since) != null) {
                again.add(spaceId);
            }
            if (beginning) {
                return;
            }
            beginning = true;
        }
        background.execute(this::beginAll);
    }

    private void beginAll() {
        Map<String, Instant> since;
        Set<String> twice;
        synchronized (this) {
            since = Map.copyOf(fresh);
            twice = Set.copyOf(again);
            fresh.clear();
            again.clear();
            beginning = false;
        }
        try {
            journal.begin(since);
        } catch (RuntimeException e) {
            log.error("Where to begin in {} could not be kept", since.keySet(), e);
        }
        since.keySet().forEach(spaceId -> (twice.contains(spaceId) ? missed : begun).accept(spaceId));
    }
}
