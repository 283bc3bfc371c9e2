package dev.spacesbot.internal.runtime;

import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.Upload;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One event on its way out. Guarded by the {@link SpaceQueue} that holds it. */
final class Sending {

    /** What it waits for. */
    enum State {
        /** For its space to be joined. */
        SPACE,
        /** For the files of its reply to be uploaded. */
        UPLOAD,
        /** For the pace to allow it. */
        PACE,
        /** For the service to confirm it. */
        ECHO,
        /** For the time to try again, or for the history to be read. */
        RETRY
    }

    Outgoing outgoing;
    final CompletableFuture<String> done = new CompletableFuture<>();
    State state = State.SPACE;
    Instant sentAt = Instant.MAX;
    int failures;

    /** The files to upload before it goes out; they belong to the last part of its reply. Empty for any but the first part. */
    List<Upload> files = List.of();

    /** All parts of its reply, itself among them. */
    List<Sending> reply = List.of(this);

    /** Whether it may have arrived although nobody confirmed it. */
    boolean uncertain;

    /** Whether an earlier process wrote it. */
    boolean restored;

    Sending(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** An earlier process wrote it then, and may have sent it. */
    void restoredFrom(Instant written) {
        sentAt = written;
        uncertain = true;
        restored = true;
    }

    /** The files that it will have; empty where it has none, or has them already. */
    List<Upload> filesToCome() {
        return reply.get(reply.size() - 1) == this ? reply.get(0).files : List.of();
    }
}
