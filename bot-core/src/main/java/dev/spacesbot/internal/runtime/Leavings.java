package dev.spacesbot.internal.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The spaces that are being left, and who waits for it. Safe for use by several threads. */
final class Leavings {

    private final Map<String, CompletableFuture<Void>> underWay = new HashMap<>();

    /** A space is being left; whoever waited for an earlier leave waits for this one. */
    CompletableFuture<Void> begin(String spaceId) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> before;
        synchronized (this) {
            before = underWay.put(spaceId, done);
        }
        if (before != null) {
            var unused = done.thenRun(() -> before.complete(null));
        }
        return done;
    }

    /** The service says that a space is left; returns false where the bot did not ask for it. */
    boolean answered(String spaceId) {
        CompletableFuture<Void> done = remove(spaceId);
        return done != null && done.complete(null);
    }

    /** The service stays silent about this leave; a later one of the same space goes on. */
    void unanswered(String spaceId, CompletableFuture<Void> done) {
        synchronized (this) {
            underWay.remove(spaceId, done);
        }
        done.complete(null);
    }

    /** The connection is gone: everything is left. */
    void endAll() {
        List<CompletableFuture<Void>> all;
        synchronized (this) {
            all = List.copyOf(underWay.values());
            underWay.clear();
        }
        all.forEach(done -> done.complete(null));
    }

    private synchronized @Nullable CompletableFuture<Void> remove(String spaceId) {
        return underWay.remove(spaceId);
    }
}
