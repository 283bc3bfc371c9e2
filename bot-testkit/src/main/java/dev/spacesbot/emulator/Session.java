package dev.spacesbot.emulator;

import dev.spacesbot.internal.time.Timers.Timer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connected client, and what is on its way to it. Used under the model's lock; only the mailbox is drained outside. */
final class Session {

    final Token token;
    final Peer peer;
    final String id;
    final Mailbox mailbox = new Mailbox();
    final Set<String> spaces = new HashSet<>();

    /** What a fault holds back, each with when it may go. */
    final Queue<Emission> delayed = new ArrayDeque<>();

    Instant lastDue = Instant.MIN;
    boolean swapNext;

    @Nullable
    Emission swapped;

    @Nullable
    Timer expiry;

    boolean open = true;

    Session(Token token, Peer peer, String id) {
        this.token = token;
        this.peer = peer;
        this.id = id;
    }

    EmulatedUser user() {
        return token.user();
    }
}
