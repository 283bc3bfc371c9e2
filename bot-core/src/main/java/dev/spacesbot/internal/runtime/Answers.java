package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.internal.journal.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The replies of one run of a handler. They wait until the handler is through and all that it changed is kept, together with
 * them: nobody shall hear of what could not be done. What a handler says that takes its time is kept and sent at once. Safe for
 * use by several threads.
 */
final class Answers implements Consumer<Reply> {

    private final Turn turn;
    private final Function<Reply, @Nullable Letter> writer;
    private final Consumer<Letter> out;
    private final List<Letter> held = new ArrayList<>(1);
    private boolean takingTime;

    /** {@code writer} makes letters, or none of what cannot be sent; {@code out} sends what is kept. */
    Answers(Turn turn, Function<Reply, @Nullable Letter> writer, Consumer<Letter> out) {
        this.turn = turn;
        this.writer = writer;
        this.out = out;
    }

    @Override
    public synchronized void accept(Reply reply) {
        Letter letter = turn.repeats() ? null : writer.apply(reply);
        if (letter == null) {
            return;
        }
        held.add(letter);
        if (takingTime) {
            sayHeld();
        }
    }

    /** The handler has returned and goes on with its work: what it said is said, and what it says, at once. */
    synchronized void takesTime() {
        takingTime = true;
        sayHeld();
    }

    private void sayHeld() {
        if (!held.isEmpty()) {
            turn.keep(held);
            held.forEach(out);
            held.clear();
        }
    }

    /** The handler is through: keeps everything, and sends. */
    synchronized void complete() {
        turn.commit(held);
        held.forEach(out);
        held.clear();
    }

    /** Sends what could not be kept: somebody waits for it. */
    synchronized void sendAnyway() {
        held.forEach(out);
        held.clear();
    }

    /** The handler has failed: what waits is not said. */
    synchronized void discard() {
        held.clear();
    }
}
