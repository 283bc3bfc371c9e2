package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.Message;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.schedule.Reminders;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.internal.work.Ledger;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A message that processes died of, as the next process takes it. */
class SuspectsTest {

    private final Store store = Store.inMemory();
    private final Message message = Chats.of(Chats.ANN, "lab", "boom", "boom");
    private int handled;

    /** Another process takes it, lives for so long, and dies with it. */
    private void process(Duration life) {
        HandTimers timers = new HandTimers();
        Reminders reminders = new Reminders(store, timers, Runnable::run, name -> false);
        Suspects suspects = new Suspects(
                new Ledger(store, timers, reminders, Set::of),
                new Surroundings(
                        timers, Runnable::run, Runnable::run, new Random(1), store, true, Duration.ofSeconds(5)));
        Journal journal = new Journal(store, true, timers, timers::now);
        assertThat(journal.open()).isEmpty();
        journal.begin(Map.of("lab", HandTimers.START.minusSeconds(1)));
        assertThat(journal.of(message).take(message)).isNotNull();
        suspects.handle(message, journal.receipt(message), () -> {
            handled++;
            return null;
        });
        timers.advance(life);
    }

    @Test
    void isHandledAtOnceTheFirstTwoTimes() {
        process(Duration.ZERO);
        process(Duration.ZERO);

        assertThat(handled).isEqualTo(2);
    }

    @Test
    void isNeverBlamedForProcessesThatAreKilledEveryFewSeconds() {
        for (int i = 0; i < 100; i++) {
            process(Duration.ofSeconds(4));
        }
        assertThat(handled).isEqualTo(2);

        process(Duration.ofSeconds(5));
        assertThat(handled).isEqualTo(3);
    }

    @Test
    void isGivenUpAfterTheFourth() {
        for (int i = 0; i < 4; i++) {
            process(Duration.ofSeconds(20));
        }
        assertThat(handled).isEqualTo(4);

        assertThatThrownBy(() -> process(Duration.ofSeconds(20)))
                .hasMessage("Message boom was being handled when 4 processes died, so it is not handled again");
        assertThat(handled).isEqualTo(4);
    }
}
