package dev.spacesbot.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.work.Ledger;
import dev.spacesbot.internal.work.UnitOfWork;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several processes on one store, each with threads of its own, by the machine's clock. */
class ManyProcessesTest {

    private static final int PROCESSES = 3;
    private static final int REMINDERS = 300;

    private final Store store = Store.inMemory();
    private final Timers timers = Timers.system("test");
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    /** Says what it is told to, on another thread. */
    private final class Saying implements Performer {

        @Override
        public CompletionStage<?> say(Reminder reminder, Reply reply, Change removal) {
            return CompletableFuture.runAsync(() -> said.add(reply.text().source()), threads);
        }

        @Override
        public @Nullable CompletionStage<?> perform(Reminder reminder, Change removal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public Set<Space> joined() {
            return Set.of();
        }

        @Override
        public boolean submit(String lane, Supplier<@Nullable CompletionStage<?>> turn) {
            var unused = CompletableFuture.supplyAsync(turn, threads);
            return true;
        }
    }

    @AfterEach
    void endTheThreads() {
        timers.close();
        threads.shutdownNow();
    }

    @Test
    void sayEverythingOnce() {
        List<Ledger> ledgers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Reminders reminders = new Reminders(store, timers, threads, name -> false);
            reminders.start(new Saying());
            ledgers.add(new Ledger(store, timers, reminders, Set::of));
        }

        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < REMINDERS; i++) {
            UnitOfWork work = ledgers.get(i % PROCESSES).begin(Stage.LAB, null);
            work.schedule().in(Duration.ofMillis(i % 7), Reply.text("" + i));
            work.commit();
            wanted.add("" + i);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> said.size() >= REMINDERS && store.soonest(1).isEmpty());
        assertThat(said).containsExactlyInAnyOrderElementsOf(wanted);
    }
}
