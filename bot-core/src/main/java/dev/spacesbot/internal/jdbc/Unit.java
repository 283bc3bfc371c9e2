package dev.spacesbot.internal.jdbc;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.StoreException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one call, on their way.
 *
 * @param changes at most one for each key
 * @param now the time of whoever wants them
 * @param soon whether nobody waits for them
 * @param done what became of them
 */
record Unit(List<Change> changes, Instant now, boolean soon, CompletableFuture<Boolean> done) {

    static Unit of(List<Change> changes, Instant now, boolean soon) {
        Set<String> keys = new HashSet<>();
        for (Change change : changes) {
            String key = change.entry().key();
            Texts.checkKey(key);
            Texts.checkJson(key, change.entry().json());
            if (!keys.add(key)) {
                throw new IllegalArgumentException("Two changes of one transaction have the same key: " + key);
            }
        }
        return new Unit(List.copyOf(changes), now, soon, new CompletableFuture<>());
    }

    void answer(boolean made) {
        boolean unused = done.complete(made);
    }

    /** Returns false where it was answered before. */
    boolean fail(StoreException e) {
        return done.completeExceptionally(e);
    }

    /** Waits for what becomes of it. An interrupt does not end that, as it could not be told what became of it then. */
    boolean await() {
        return await(done);
    }

    static <T extends @Nullable Object> T await(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException failure) {
                throw new StoreException(String.valueOf(failure.getMessage()), failure);
            }
            throw e;
        }
    }
}
