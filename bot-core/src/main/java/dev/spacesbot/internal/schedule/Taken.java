package dev.spacesbot.internal.schedule;

import dev.spacesbot.store.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The reminders that this process has taken: those that wait in their lanes, and those at work. Safe for use by several threads. */
final class Taken {

    private final Map<String, Run> runs = new HashMap<>();

    private record Run(Entry entry, String spaceId, boolean begun) {}

    /** Adds one that waits now. */
    synchronized void add(Entry entry, String spaceId) {
        runs.put(entry.key(), new Run(entry, spaceId, false));
    }

    /** Notes how it is kept now; false where it is not among them. */
    synchronized boolean renew(Entry entry) {
        Run renewed = runs.computeIfPresent(entry.key(), (key, run) -> new Run(entry, run.spaceId(), run.begun()));
        return renewed != null;
    }

    /** It is at work from now on; returns how it is kept, empty where it is not among them any more. */
    synchronized Optional<Entry> begin(String key) {
        Run begun = runs.computeIfPresent(key, (same, run) -> new Run(run.entry(), run.spaceId(), true));
        return Optional.ofNullable(begun).map(Run::entry);
    }

    /** Whether it is at work. */
    synchronized boolean hasBegun(String key) {
        Run run = runs.get(key);
        return run != null && run.begun();
    }

    /** Takes it off; empty where it is not among them. */
    synchronized Optional<Entry> remove(String key) {
        return Optional.ofNullable(runs.remove(key)).map(Run::entry);
    }

    /** Takes off all that wait in such spaces. */
    synchronized List<Entry> removeWaiting(Predicate<String> spaces) {
        List<Entry> waiting = runs.values().stream()
                .filter(run -> !run.begun() && spaces.test(run.spaceId()))
                .map(Run::entry)
                .toList();
        waiting.forEach(entry -> runs.remove(entry.key()));
        return waiting;
    }
}
