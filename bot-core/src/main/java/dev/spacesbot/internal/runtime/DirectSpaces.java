package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The direct spaces with people, each asked for once. Safe for use by several threads. */
final class DirectSpaces {

    /** Anybody can make a bot answer in direct; whoever comes back after so many others is asked for again. */
    private static final int REMEMBERED = 10_000;

    private final Transport transport;
    private final Attempts attempts;
    private final Map<String, CompletableFuture<Space>> byPerson = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Space>> eldest) {
            return size() > REMEMBERED;
        }
    };

    DirectSpaces(Transport transport, Attempts attempts) {
        this.transport = transport;
        this.attempts = attempts;
    }

    /**
     * Gives the space with somebody to {@code use} once it is known, one after the other in the order of these calls. Completes
     * after that, or exceptionally where there is no such space.
     */
    CompletableFuture<Space> with(User person, Consumer<Space> use) {
        CompletableFuture<Space> known;
        CompletableFuture<Space> used = new CompletableFuture<>();
        synchronized (byPerson) {
            CompletableFuture<Space> before = byPerson.get(person.id());
            known = before == null ? attempts.of(() -> transport.direct(person)) : before;
            byPerson.put(person.id(), used);
        }
        // Whoever comes next waits for this one: what depends on one future runs in no order.
        var unused = known.whenComplete((space, error) -> {
            if (error == null) {
                use.accept(space);
                used.complete(space);
            } else {
                forget(person, used);
                used.completeExceptionally(error);
            }
        });
        return used;
    }

    /** Asks for the space with somebody again the next time: nothing could be sent to the one that is known. */
    void forget(User person) {
        synchronized (byPerson) {
            byPerson.computeIfPresent(person.id(), (id, space) -> space.isDone() ? null : space);
        }
    }

    private void forget(User person, CompletableFuture<Space> failed) {
        synchronized (byPerson) {
            byPerson.remove(person.id(), failed);
        }
    }
}
