package dev.spacesbot.internal.schedule;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Misfire;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A runtime that writes down what it is asked to do. What is in its lanes runs at once, unless it is held up. */
final class Stage implements Performer {

    static final Space LAB = new Space("lab", "Lab", Space.Kind.GROUP);
    static final Space OFFICE = new Space("office", "Office", Space.Kind.GROUP);

    final List<String> done = new ArrayList<>();
    final Set<Space> joined = new LinkedHashSet<>(List.of(LAB, OFFICE));
    final Queue<Supplier<@Nullable CompletionStage<?>>> heldUp = new ArrayDeque<>();
    boolean connected = true;
    boolean full;
    boolean holding;

    /** What sayings and runs wait for; null where they are done at once. */
    @Nullable
    CompletableFuture<Void> rest;

    private final Timers timers;

    Stage(Timers timers) {
        this.timers = timers;
    }

    void note(String what) {
        done.add(timers.now().toString().substring(11, 19) + " " + what);
    }

    Recurring recurring(String name, Rhythm rhythm, Misfire misfire, boolean eachSpace) {
        return new Recurring(name, rhythm, misfire, eachSpace, space -> {
            note(name + (space == null ? "" : " in " + space.title()));
            return rest;
        });
    }

    @Override
    public CompletionStage<?> say(Reminder reminder, Reply reply, Change removal) {
        note("say " + reply.text().source());
        return rest == null ? CompletableFuture.completedFuture(null) : rest;
    }

    @Override
    public @Nullable CompletionStage<?> perform(Reminder reminder, Change removal) {
        note(reminder.name() + " " + reminder.value());
        return rest;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public Set<Space> joined() {
        return joined;
    }

    @Override
    public boolean submit(String lane, Supplier<@Nullable CompletionStage<?>> turn) {
        if (full) {
            return false;
        }
        if (holding) {
            heldUp.add(turn);
        } else {
            var unused = turn.get();
        }
        return true;
    }

    void letGo() {
        holding = false;
        for (var turn = heldUp.poll(); turn != null; turn = heldUp.poll()) {
            var unused = turn.get();
        }
    }
}
