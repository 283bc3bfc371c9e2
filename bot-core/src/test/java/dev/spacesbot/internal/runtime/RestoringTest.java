package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The start of a bot that goes on where an earlier process was. */
class RestoringTest {

    private final HandTimers timers = new HandTimers();
    private final FakeTransport transport = new FakeTransport();
    private final Reluctant store = new Reluctant();
    private final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    private final List<String> order = new ArrayList<>();

    static final class Echo {

        @OnMessage
        String echo() {
            return "heard";
        }
    }

    /** Does what it is made to when it is read first. */
    private final class Reluctant implements Store {

        private Runnable whileOpening = () -> {};

        @Override
        public List<Entry> all(String prefix, Instant now) {
            return List.of();
        }

        @Override
        public Optional<Entry> find(String key, Instant now) {
            order.add("reads " + key);
            whileOpening.run();
            return Optional.empty();
        }

        @Override
        public boolean apply(List<Change> changes, Instant now) {
            return true;
        }

        @Override
        public List<Entry> soonest(int most) {
            return List.of();
        }
    }

    private BotRuntime runtime() {
        Rules rules = Rules.defaults();
        return new BotRuntime(
                new BotRuntime.Task(
                        new Handlers(List.of(new Echo()), List.of(), List.of()).router(rules),
                        List.of(SpaceRef.open("s")),
                        false,
                        0,
                        rules),
                transport,
                new Surroundings(
                        timers,
                        Runnable::run,
                        background::add,
                        new Random(1),
                        store,
                        store.lasting(),
                        Duration.ofSeconds(5)),
                Observer.NONE,
                reason -> order.add("gave up"));
    }

    @Test
    void asksWhoItIsWhileItReadsAndConnectsOnceItHasRead() throws Exception {
        BotRuntime runtime = runtime();
        runtime.start();
        Runnable reading = background.remove();
        Runnable connecting = background.remove();

        Thread connector = new Thread(connecting);
        connector.start();
        await().until(() -> !background.isEmpty());
        Runnable askingWhoItIs = background.remove();
        askingWhoItIs.run();
        await().until(() -> connector.getState() == Thread.State.WAITING);
        assertThat(transport.attempts).isZero();
        assertThat(runtime.restored()).isNotDone();
        reading.run();
        connector.join();

        assertThat(runtime.restored()).isCompleted();
        assertThat(transport.last().calls).containsExactly("subscribe s");
    }

    @Test
    void connectsToNothingWhereItCannotRead() {
        BotRuntime runtime = runtime();
        store.whileOpening = () -> {
            throw new StoreException("The disk is gone");
        };

        runtime.start();
        Runnable reading = background.remove();
        Runnable connecting = background.remove();
        reading.run();
        connecting.run();
        timers.advance(Duration.ofHours(1));

        assertThat(runtime.restored())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withRootCauseExactlyInstanceOf(StoreException.class)
                .withMessageContaining("The disk is gone");
        assertThat(order).containsExactly("reads process");
        assertThat(transport.attempts).isZero();
    }

    @Test
    void readsNothingFromAStoreThatForgets() {
        assertThat(Store.inMemory().lasting()).isFalse();
        assertThat(store.lasting()).isTrue();
    }
}
