package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private final List<String> said = new ArrayList<>();

    @Test
    void saysWhateverIsReturned() {
        collect("text");
        collect(Reply.text("reply"));
        collect(Optional.of("maybe"));
        collect(Optional.empty());
        collect(null);
        collect(List.of("one", Optional.of("two"), List.of("three")));
        collect(Stream.of("four", "five"));
        collect(Arrays.asList("six", null, "seven"));

        assertThat(said)
                .containsExactly("text", "reply", "maybe", "one", "two", "three", "four", "five", "six", "seven");
    }

    @Test
    void closesAStream() {
        AtomicBoolean closed = new AtomicBoolean();

        collect(Stream.of("a").onClose(() -> closed.set(true)));

        assertThat(closed).isTrue();
    }

    @Test
    void keepsTheOrderAroundAStage() {
        CompletableFuture<String> slow = new CompletableFuture<>();

        CompletionStage<?> rest = collect(List.of("one", slow, "three"));

        assertThat(said).containsExactly("one");
        slow.complete("two");
        assertThat(said).containsExactly("one", "two", "three");
        assertThat(rest).isNotNull();
    }

    @Test
    void saysWhatCameBeforeAFailure() {
        assertThatThrownBy(() -> collect(failing("one", "two"))).hasMessage("enough");

        assertThat(said).containsExactly("one", "two");
    }

    @Test
    void failsInItsTurnWhereSomethingBeforeIsNotYetSaid() {
        CompletableFuture<String> slow = new CompletableFuture<>();

        CompletionStage<?> rest = Objects.requireNonNull(collect(failing(slow, "two")));

        assertThat(said).isEmpty();
        slow.complete("one");
        assertThat(said).containsExactly("one", "two");
        assertThat(rest.toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("enough");
    }

    @Test
    void survivesManyRepliesBehindAStage() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        List<Object> many = new ArrayList<>(List.of(slow));
        IntStream.range(0, 50_000).forEach(i -> many.add("n"));

        collect(many);
        slow.complete("first");

        assertThat(said).hasSize(50_001);
    }

    @Test
    void endsAStreamWithoutEnd() {
        assertThatThrownBy(() -> collect(Stream.generate(() -> "again")))
                .hasMessage(
                        "A handler returned more than 100000 replies to one event; does what it returned ever end?");

        assertThat(said).hasSize(100_000);
    }

    private @Nullable CompletionStage<?> collect(@Nullable Object returned) {
        return Replies.collect(returned, reply -> said.add(reply.text().source()));
    }

    private static Iterable<Object> failing(Object... values) {
        Iterator<Object> iterator = List.of(values).iterator();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (!iterator.hasNext()) {
                    throw new IllegalStateException("enough");
                }
                return iterator.next();
            }
        };
    }
}
