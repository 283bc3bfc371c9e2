package dev.spacesbot.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WaitingTest {

    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    private final Waiting waiting = new Waiting();

    private static Unit unit(String key, boolean soon) {
        return Unit.of(List.of(new Change.Put(Entry.of(key, "{}"))), Instant.EPOCH, soon);
    }

    private List<String> take() throws InterruptedException {
        List<Unit> units = waiting.take(LONG);
        return units == null
                ? List.of("closed")
                : units.stream()
                        .map(unit -> unit.changes().get(0).entry().key())
                        .toList();
    }

    @Test
    void takesAllThatWaitInTheirOrder() throws Exception {
        waiting.add(unit("a", true));
        waiting.add(unit("b", false));
        waiting.add(unit("c", true));

        assertThat(take()).containsExactly("a", "b", "c");
    }

    @Test
    void waitsForNobodyLongWhoWasThereLastTime() throws Exception {
        waiting.add(unit("a", false));
        waiting.add(unit("b", false));
        assertThat(take()).containsExactly("a", "b");

        waiting.add(unit("c", false));
        assertThat(take()).startsWith("c");
        waiting.add(unit("d", false));
        assertThat(take()).containsExactly("d");
    }

    @Test
    void takesWhatNobodyWaitsForAfterAMoment() throws Exception {
        waiting.add(unit("a", true));

        assertThat(take()).containsExactly("a");
    }

    @Test
    void tellsOfNothingWhereNothingComes() throws Exception {
        assertThat(waiting.take(1)).isEmpty();
    }

    @Test
    void givesOutWhatIsThereBeforeItEnds() throws Exception {
        waiting.add(unit("a", false));
        waiting.add(unit("b", false));
        assertThat(take()).containsExactly("a", "b");
        waiting.add(unit("c", true));
        waiting.close();

        assertThat(take()).containsExactly("c");
        assertThat(take()).containsExactly("closed");
    }

    @Test
    void endsForWhoWaits() {
        CompletableFuture<List<String>> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        waiting.close();

        assertThat(taken).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(List.of("closed"));
    }
}
