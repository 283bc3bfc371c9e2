package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final HandTimers timers = new HandTimers();
    private final List<String> out = new ArrayList<>();

    @Test
    void letsNoMoreThanTheBudgetOutInAnyMinute() {
        Pacer pacer = new Pacer(2, timers);

        submit(pacer, Pacer.Priority.SEND, "a", "b", "c");

        assertThat(out).containsExactly("a", "b");
        timers.advance(Duration.ofSeconds(60));
        assertThat(out).containsExactly("a", "b");
        timers.advance(Duration.ofSeconds(1));
        assertThat(out).containsExactly("a", "b", "c");
    }

    @Test
    void letsRepliesOutBeforeSubscriptions() {
        Pacer pacer = new Pacer(1, timers);

        submit(pacer, Pacer.Priority.SUBSCRIBE, "first", "subscription");
        submit(pacer, Pacer.Priority.SEND, "reply");
        timers.advance(Duration.ofMinutes(3));

        assertThat(out).containsExactly("first", "reply", "subscription");
    }

    @Test
    void chargesNothingForWhatHadNothingToSend() {
        Pacer pacer = new Pacer(1, timers);

        pacer.submit(Pacer.Priority.SEND, () -> false);
        submit(pacer, Pacer.Priority.SEND, "a");

        assertThat(out).containsExactly("a");
    }

    @Test
    void goesOnAfterOneThatFails() {
        Pacer pacer = new Pacer(1, timers);
        submit(pacer, Pacer.Priority.SEND, "a");
        pacer.submit(Pacer.Priority.SEND, () -> {
            throw new IllegalStateException("the socket is in a bad mood");
        });
        submit(pacer, Pacer.Priority.SEND, "b");

        timers.advance(Duration.ofMinutes(3));

        assertThat(out).containsExactly("a", "b");
    }

    @Test
    void letsWhatCanBeDoneWithoutUseHalfOfTheBudgetAndNeverWait() {
        Pacer pacer = new Pacer(4, timers);

        submit(pacer, Pacer.Priority.SEND, "a");
        pacer.submitIfSpare(() -> false);
        submitIfSpare(pacer, "sign 1", "sign 2");
        submit(pacer, Pacer.Priority.SEND, "b", "c", "waits");
        timers.advance(Duration.ofMinutes(2));
        assertThat(out).containsExactly("a", "sign 1", "b", "c", "waits");
        submitIfSpare(pacer, "sign 3");

        assertThat(out).containsExactly("a", "sign 1", "b", "c", "waits", "sign 3");
    }

    @Test
    void letsWhatCanBeDoneWithoutOutWhereThereIsNoLimit() {
        Pacer pacer = new Pacer(0, timers);

        submitIfSpare(pacer, "sign");
        pacer.submitIfSpare(() -> false);

        assertThat(out).containsExactly("sign");
    }

    private void submitIfSpare(Pacer pacer, String... names) {
        for (String name : names) {
            pacer.submitIfSpare(() -> out.add(name));
        }
    }

    @Test
    void letsEverythingOutAtOnceWhereThereIsNoLimit() {
        Pacer pacer = new Pacer(0, timers);

        submit(pacer, Pacer.Priority.SEND, "a", "b", "c");

        assertThat(out).containsExactly("a", "b", "c");
    }

    private void submit(Pacer pacer, Pacer.Priority priority, String... names) {
        for (String name : names) {
            pacer.submit(priority, () -> out.add(name));
        }
    }
}
