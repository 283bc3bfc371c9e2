package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A store that is opened in the background while the rest of the bot starts. Calls wait until it is open, and throw its
 * {@link StoreException} where it cannot be opened.
 */
public final class StartingStore implements Store {

    private final Supplier<Store> opening;
    private final boolean lasting;
    private final CompletableFuture<Store> opened = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    /** The store that a configuration describes, for a bot of this name; not opened yet. */
    public StartingStore(Storage storage, String bot) {
        this(() -> storage.inMemory() ? Store.inMemory() : JdbcStore.open(storage, bot), !storage.inMemory());
    }

    StartingStore(Supplier<Store> opening, boolean lasting) {
        this.opening = opening;
        this.lasting = lasting;
    }

    /**
     * Begins to open it, once.
     *
     * @param background where to
     * @param failed hears why it could not be opened
     */
    public void open(Executor background, Consumer<StoreException> failed) {
        if (begun.compareAndSet(false, true)) {
            background.execute(() -> open(failed));
        }
    }

    private void open(Consumer<StoreException> failed) {
        try {
            boolean unused = opened.complete(opening.get());
        } catch (StoreException e) {
            boolean unused = opened.completeExceptionally(e);
            failed.accept(e);
        } catch (RuntimeException | Error e) {
            StoreException told = new StoreException("The store cannot be opened: " + e, e);
            boolean unused = opened.completeExceptionally(told);
            failed.accept(told);
        }
    }

    private Store store() {
        if (begun.compareAndSet(false, true)) {
            open(failure -> {});
        }
        return Unit.await(opened);
    }

    /** Known before it is open. */
    @Override
    public boolean lasting() {
        return lasting;
    }

    @Override
    public Optional<Entry> find(String key, Instant now) {
        return store().find(key, now);
    }

    @Override
    public List<Entry> all(String prefix, Instant now) {
        return store().all(prefix, now);
    }

    @Override
    public boolean apply(List<Change> changes, Instant now) {
        return store().apply(changes, now);
    }

    @Override
    public void applySoon(List<Change> changes, Instant now) {
        store().applySoon(changes, now);
    }

    @Override
    public List<Entry> soonest(int most) {
        return store().soonest(most);
    }

    @Override
    public Optional<String> trouble() {
        if (opened.isCompletedExceptionally() || !opened.isDone()) {
            return Optional.of("The store is not open");
        }
        return opened.join().trouble();
    }

    /** Waits for what is being opened, so that it is not left open. */
    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            boolean unused = opened.completeExceptionally(new StoreException("The store is closed"));
            return;
        }
        try {
            Unit.await(opened).close();
        } catch (StoreException e) {
            // It was never open; whoever opened it heard of that.
        }
    }
}
