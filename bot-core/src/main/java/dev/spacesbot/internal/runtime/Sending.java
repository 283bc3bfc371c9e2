package dev.spacesbot.internal.runtime;

import dev.spacesbot.transport.Outgoing;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One event on its way out. Guarded by the {@link SpaceQueue} that holds it. */
final class Sending {

    /** What it waits for. */
    enum State {
        /** For its space to be joined. */
        SPACE,
        /** For the pace to allow it. */
        PACE,
        /** For the service to confirm it. */
        ECHO,
        /** For the time to try again, or for the history to be read. */
        RETRY
    }

    final Outgoing outgoing;
    final CompletableFuture<String> done = new CompletableFuture<>();
    State state = State.SPACE;
    Instant sentAt = Instant.MAX;
    int failures;

    /** Whether it may have arrived although nobody confirmed it. */
    boolean uncertain;

    Sending(Outgoing outgoing) {
        this.outgoing = outgoing;
    }
}
