package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<String> done = new ArrayList<>();
    private final Lanes lanes = new Lanes(Runnable::run, 3);

    @Test
    void holdsUpASpaceUntilTheStageOfATurnCompletes() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        submit("a", "one", slow);
        submit("a", "two", null);
        submit("b", "other", null);

        assertThat(done).containsExactly("one", "other");
        assertThat(lanes.pending().get()).isEqualTo(2);
        slow.completeExceptionally(new IllegalStateException("late"));

        assertThat(done).containsExactly("one", "other", "two");
        assertThat(lanes.pending().get()).isZero();
    }

    @Test
    void goesOnAfterATurnThatThrows() {
        lanes.submit("a", () -> {
            throw new StackOverflowError("deep");
        });

        submit("a", "two", null);

        assertThat(done).containsExactly("two");
    }

    @Test
    void takesNoMoreThanALaneHolds() {
        submit("a", "runs", new CompletableFuture<>());
        submit("a", "1", null);
        submit("a", "2", null);
        submit("a", "3", null);

        assertThat(lanes.submit("a", () -> null)).isFalse();
        assertThat(lanes.pending().get()).isEqualTo(4);
    }

    @Test
    void letsWhatCanBeDoneWithoutTakeNobodysRoom() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        submit("a", "runs", slow);
        int taken = 0;
        for (int i = 0; i < 1000; i++) {
            taken += lanes.offer("a", () -> null) ? 1 : 0;
        }
        submit("a", "1", null);
        submit("a", "2", null);
        submit("a", "3", null);

        assertThat(lanes.submit("a", () -> null)).isFalse();
        slow.complete("");

        assertThat(taken).isEqualTo(Lanes.MOST_DISPENSABLE);
        assertThat(done).containsExactly("runs", "1", "2", "3");
        assertThat(lanes.offer("a", () -> {
                    done.add("offered");
                    return null;
                }))
                .isTrue();
        assertThat(done).endsWith("offered");
        assertThat(lanes.pending().get()).isZero();
    }

    @Test
    void keepsTheOrderOfASpaceThatIsClearedAndUsedAgain() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        submit("a", "before", slow);
        submit("a", "forgotten", null);

        lanes.clear("a");
        submit("a", "after", null);

        assertThat(done).containsExactly("before");
        slow.complete("");
        assertThat(done).containsExactly("before", "after");
        assertThat(lanes.pending().get()).isZero();
    }

    @Test
    void handlesEachSpaceInOrderAndEverySpaceAtOnce() throws InterruptedException {
        ExecutorService threads = Threads.pool("test");
        Lanes wide = new Lanes(threads, 1_000);
        List<List<Integer>> seen = new ArrayList<>();
        for (int space = 0; space < 8; space++) {
            seen.add(new ArrayList<>());
        }

        for (int i = 0; i < 1_000; i++) {
            for (int space = 0; space < 8; space++) {
                int number = i;
                // Not synchronised on purpose: a lane runs one turn at a time and each sees what the one before did.
                List<Integer> mine = seen.get(space);
                wide.submit("s" + space, () -> {
                    mine.add(number);
                    return number % 3 == 0 ? CompletableFuture.runAsync(() -> {}, threads) : null;
                });
            }
        }

        assertThat(wide.pending().awaitZero(Duration.ofSeconds(10))).isTrue();
        assertThat(seen).allSatisfy(each -> assertThat(each).hasSize(1_000).isSorted());
        threads.shutdownNow();
    }

    private void submit(String spaceId, String name, @Nullable CompletableFuture<?> rest) {
        lanes.submit(spaceId, () -> {
            done.add(name);
            return rest;
        });
    }
}
