package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The replies of one run of a handler. Where the run changes something that is to be kept, they wait until it is: nobody shall
 * hear of what could not be done. Safe for use by several threads.
 */
final class HeldReplies implements Consumer<Reply> {

    private final BooleanSupplier hold;
    private final Consumer<Reply> out;
    private final List<Reply> held = new ArrayList<>(0);
    private boolean released;

    /** Gives to {@code out}, at once where {@code hold} says no. */
    HeldReplies(BooleanSupplier hold, Consumer<Reply> out) {
        this.hold = hold;
        this.out = out;
    }

    @Override
    public synchronized void accept(Reply reply) {
        if (!released && (!held.isEmpty() || hold.getAsBoolean())) {
            held.add(reply);
        } else {
            out.accept(reply);
        }
    }

    /** Gives out what waits, and from now on at once. */
    synchronized void release() {
        released = true;
        held.forEach(out);
        held.clear();
    }
}
