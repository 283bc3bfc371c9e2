package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TypingSignTest {

    private static final String SIGN = "presence a TYPING of bot";

    private final HandTimers timers = new HandTimers();
    private final FakeTransport.FakeConnection connection = new FakeTransport.FakeConnection(new Deaf());
    private final Identity identity = new Identity();

    @Test
    void comesWhereAHandlerTakesLongAndEndsWithIt() {
        TypingSign typing = typing(true, 0);
        CompletableFuture<String> slow = new CompletableFuture<>();

        CompletionStage<?> rest = typing.during("a", () -> slow);
        timers.advance(Duration.ofMillis(699));
        assertThat(connection.calls).isEmpty();
        timers.advance(Duration.ofMillis(1));
        assertThat(connection.calls).containsExactly(SIGN);
        timers.advance(Duration.ofMillis(1500));
        assertThat(connection.calls).containsExactly(SIGN, SIGN);
        slow.complete("done");
        timers.advance(Duration.ofMinutes(1));

        assertThat(connection.calls).containsExactly(SIGN, SIGN);
        assertThat(rest).isCompleted();
    }

    @Test
    void doesNotComeForAHandlerThatIsQuickOrFails() {
        TypingSign typing = typing(true, 0);

        assertThat(typing.during("a", () -> null)).isNull();
        assertThat(typing.during("a", () -> CompletableFuture.completedFuture("")))
                .isCompleted();
        assertThat(typing.during("a", () -> CompletableFuture.failedFuture(new IllegalStateException())))
                .isCompletedExceptionally();
        assertThatThrownBy(() -> typing.during("a", () -> {
                    throw new IllegalStateException("oops");
                }))
                .hasMessage("oops");
        timers.advance(Duration.ofMinutes(1));

        assertThat(connection.calls).isEmpty();
    }

    @Test
    void comesWhileAHandlerHoldsItsThread() {
        TypingSign typing = typing(true, 0);

        assertThat(typing.during("a", () -> {
                    timers.advance(Duration.ofSeconds(1));
                    return null;
                }))
                .isNull();

        assertThat(connection.calls).containsExactly(SIGN);
    }

    @Test
    void getsRarerAndStops() {
        TypingSign typing = typing(true, 0);
        assertThat(typing.during("a", CompletableFuture::new)).isNotCompleted();

        timers.advance(Duration.ofSeconds(10));
        assertThat(connection.calls).hasSize(7);
        timers.advance(Duration.ofSeconds(50));
        assertThat(connection.calls).hasSizeBetween(12, 13);
        timers.advance(Duration.ofMinutes(5));
        int last = connection.calls.size();
        timers.advance(Duration.ofMinutes(10));

        assertThat(connection.calls).hasSize(last).hasSizeLessThan(40);
    }

    @Test
    void looksAfterEachHandlerInItsTime() {
        TypingSign typing = typing(true, 0);
        CompletableFuture<String> first = new CompletableFuture<>();
        assertThat(typing.during("a", () -> first)).isNotCompleted();
        timers.advance(Duration.ofMillis(500));
        assertThat(typing.during("b", CompletableFuture::new)).isNotCompleted();

        timers.advance(Duration.ofMillis(200));
        assertThat(connection.calls).containsExactly(SIGN);
        first.complete("done");
        timers.advance(Duration.ofMillis(500));

        assertThat(connection.calls).containsExactly(SIGN, "presence b TYPING of bot");
    }

    @Test
    void isDroppedWhereThePaceHasNoRoomToSpare() {
        TypingSign typing = typing(true, 8);
        assertThat(typing.during("a", CompletableFuture::new)).isNotCompleted();

        timers.advance(Duration.ofSeconds(10));

        // Two of the eight went for joining the spaces, and half is left to replies.
        assertThat(connection.calls).containsExactly(SIGN, SIGN);
    }

    @Test
    void isForSpacesThatTheBotIsIn() {
        TypingSign typing = typing(true, 0);
        assertThat(typing.during("c", CompletableFuture::new)).isNotCompleted();

        timers.advance(Duration.ofSeconds(10));

        assertThat(connection.calls).isEmpty();
    }

    @Test
    void canBeSwitchedOff() {
        TypingSign typing = typing(false, 0);
        assertThat(typing.during("a", CompletableFuture::new)).isNotCompleted();

        timers.advance(Duration.ofSeconds(10));

        assertThat(connection.calls).isEmpty();
    }

    private TypingSign typing(boolean on, int perMinute) {
        Pacer pacer = new Pacer(perMinute, timers);
        Subscriptions subscriptions = new Subscriptions(
                pacer, timers, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(1)), timers::now);
        subscriptions.keep(List.of(SpaceRef.open("a"), SpaceRef.open("b")));
        subscriptions.connected(connection);
        subscriptions.askForAll();
        subscriptions.subscribed("a");
        subscriptions.subscribed("b");
        connection.calls.clear();
        identity.set(FakeTransport.BOT);
        return new TypingSign(on, pacer, subscriptions, identity, timers);
    }
}
