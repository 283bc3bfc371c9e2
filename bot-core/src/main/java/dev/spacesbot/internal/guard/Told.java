package dev.spacesbot.internal.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Remembers who was told something, so that they are not told it all the time. Safe for use by several threads. */
final class Told {

    private final Recent<AtomicBoolean> told;

    Told(Duration again) {
        told = new Recent<>(again, false);
    }

    /** The refusal, or a silent one where {@code key} heard of it lately. */
    synchronized Refusal once(String key, Instant now, String text) {
        return told.get(key, now, AtomicBoolean::new).getAndSet(true) ? Refusal.SILENT : new Refusal(text);
    }
}
