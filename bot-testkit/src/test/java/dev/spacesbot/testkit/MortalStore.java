package dev.spacesbot.testkit;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store whose process dies around one of its transactions, at which {@code death} is told. What was to be kept soon is then
 * lost, where nothing else was kept since; nothing more is kept until it is {@link #revive revived}.
 */
final class MortalStore implements Store {

    private final Store kept = Store.inMemory();
    private final List<List<Change>> soon = new ArrayList<>();
    private Runnable death = () -> {};
    private int untilDeath = Integer.MAX_VALUE;
    private boolean committed;
    private boolean dead;

    /** Lets it die at that transaction from now, the next one being 0; {@code committed} for just after it, else just before. */
    synchronized void dieAt(int transaction, boolean committed, Runnable death) {
        this.untilDeath = transaction;
        this.committed = committed;
        this.death = () -> {
            death.run();
            die();
        };
    }

    /** Lets it die now. */
    synchronized void die() {
        dead = true;
    }

    /** Another process has it now; returns whether the one before had died. */
    synchronized boolean revive() {
        boolean died = dead;
        soon.clear();
        untilDeath = Integer.MAX_VALUE;
        dead = false;
        return died;
    }

    private void live() {
        if (dead) {
            throw new StoreException("The process is dead");
        }
    }

    @Override
    public boolean apply(List<Change> changes, Instant now) {
        boolean applied = false;
        Runnable lastBreath = () -> {};
        synchronized (this) {
            live();
            boolean dies = untilDeath == 0;
            untilDeath--;
            if (!dies || committed) {
                soon.forEach(each -> kept.apply(each, now));
                soon.clear();
                applied = kept.apply(changes, now);
            }
            if (dies) {
                lastBreath = death;
            }
        }
        // Whoever finds the store dead tells people, who shall not be there to hear it.
        lastBreath.run();
        synchronized (this) {
            live();
        }
        return applied;
    }

    @Override
    public synchronized void applySoon(List<Change> changes, Instant now) {
        if (!dead) {
            soon.add(changes);
        }
    }

    /** What is to be kept soon counts as kept for whoever asks in the same process. */
    private Store asSeen(Instant now) {
        live();
        soon.forEach(each -> kept.apply(each, now));
        soon.clear();
        return kept;
    }

    @Override
    public synchronized Optional<Entry> find(String key, Instant now) {
        return asSeen(now).find(key, now);
    }

    @Override
    public synchronized List<Entry> all(String prefix, Instant now) {
        return asSeen(now).all(prefix, now);
    }

    @Override
    public synchronized List<Entry> soonest(int most) {
        live();
        return kept.soonest(most);
    }
}
