package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private final HandTimers timers = new HandTimers();
    private final FakeTransport.FakeConnection connection = new FakeTransport.FakeConnection(new Deaf());

    @Test
    void asksForEveryWantedSpaceOnANewConnection() {
        Subscriptions subscriptions = subscriptions(0);
        subscriptions.keep(List.of(SpaceRef.open("a"), SpaceRef.open("b")));

        connect(subscriptions);
        subscriptions.subscribed("b");

        assertThat(connection.calls).containsExactly("subscribe a", "subscribe b");
        assertThat(subscriptions.joined()).containsExactly("b");
        assertThat(subscriptions.missing()).containsOnlyKeys("a");
    }

    @Test
    void tellsSinceWhenASpaceIsJoinedThoughOthersKnowItFirst() {
        Subscriptions subscriptions = connected("a");
        Map<String, Instant> joined = new HashMap<>();
        subscriptions.listen(new JoinListener() {
            @Override
            public void joined(String spaceId, Instant since) {
                joined.put(spaceId, since);
            }

            @Override
            public void refused(String spaceId, String reason) {}
        });
        var unused = subscriptions.join(SpaceRef.open("a")).thenRun(() -> timers.advance(Duration.ofSeconds(5)));

        subscriptions.subscribed("a");

        assertThat(timers.now()).isEqualTo(HandTimers.START.plusSeconds(5));
        assertThat(joined).containsExactly(Map.entry("a", HandTimers.START));
    }

    @Test
    void asksARefusedSpaceAgainAndMoreRarely() {
        Subscriptions subscriptions = connected("a");

        subscriptions.refused("a", "closed");
        timers.advance(Duration.ofSeconds(1));

        assertThat(connection.calls).containsExactly("subscribe a", "subscribe a");
        assertThat(subscriptions.missing()).containsEntry("a", "closed");
    }

    @Test
    void keepsASpacesPasswordOutOfTheReason() {
        Subscriptions subscriptions = subscriptions(0);
        subscriptions.keep(List.of(new SpaceRef("a", "4821")));
        connect(subscriptions);

        subscriptions.refused("a", "4821 is wrong");

        assertThat(subscriptions.missing()).containsEntry("a", "*** is wrong");
    }

    @Test
    void takesSilenceForARefusal() {
        Subscriptions subscriptions = connected("a");

        timers.advance(Subscriptions.ANSWER_WITHIN);

        assertThat(subscriptions.missing()).containsEntry("a", "no answer within 15 seconds");
    }

    @Test
    void asksOnceWhereAWantedSpaceIsAlsoJoined() {
        Subscriptions subscriptions = connected("a");

        CompletableFuture<Void> joined = subscriptions.join(SpaceRef.open("a")).toCompletableFuture();
        subscriptions.subscribed("a");

        assertThat(joined).isCompleted();
        assertThat(connection.calls).containsExactly("subscribe a");
    }

    @Test
    void neverAsksForASpaceThatWasLeftWhileItsRefusalWasWaitedOut() {
        Subscriptions subscriptions = connected("a");
        subscriptions.refused("a", "closed");
        subscriptions.ensure("a");

        subscriptions.leave("a");
        timers.advance(Duration.ofMinutes(2));

        assertThat(connection.calls).containsExactly("subscribe a", "subscribe a", "unsubscribe a");
    }

    @Test
    void staysInASpaceThatIsJoinedAgainAfterLeaving() {
        Subscriptions subscriptions = connected("a");
        subscriptions.subscribed("a");
        subscriptions.leave("a");
        subscriptions.unsubscribed("a");
        subscriptions.join(SpaceRef.open("a"));
        subscriptions.subscribed("a");

        timers.advance(Duration.ofMinutes(1));

        assertThat(connection.calls).containsExactly("subscribe a", "unsubscribe a", "subscribe a");
        assertThat(subscriptions.joined()).containsExactly("a");
    }

    @Test
    void completesEveryLeaveWhereASpaceIsLeftTwice() {
        Subscriptions subscriptions = connected("a");
        CompletableFuture<Void> first = subscriptions.leave("a").toCompletableFuture();
        subscriptions.join(SpaceRef.open("a"));

        CompletableFuture<Void> second = subscriptions.leave("a").toCompletableFuture();
        timers.advance(Subscriptions.ANSWER_WITHIN);

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void asksAgainWhereALeaveArrivedAfterTheJoinThatFollowedIt() {
        Subscriptions subscriptions = connected("a");
        CompletableFuture<Void> left = subscriptions.leave("a").toCompletableFuture();
        subscriptions.join(SpaceRef.open("a"));
        subscriptions.subscribed("a");

        subscriptions.unsubscribed("a");

        assertThat(left).isCompleted();
        assertThat(connection.calls).containsExactly("subscribe a", "unsubscribe a", "subscribe a", "subscribe a");
    }

    @Test
    void completesALeaveWhenTheConnectionIsLost() {
        Subscriptions subscriptions = connected("a");
        CompletableFuture<Void> left = subscriptions.leave("a").toCompletableFuture();

        subscriptions.disconnected();

        assertThat(left).isCompleted();
    }

    @Test
    void tellsWhoWaitsForASpaceThatItWasLeft() {
        Subscriptions subscriptions = connected("a");
        CompletableFuture<Void> joined = subscriptions.join(SpaceRef.open("a")).toCompletableFuture();

        subscriptions.leave("a");

        assertThat(joined).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("Space a was left");
    }

    @Test
    void doesNotTakeAnEarlierAnswerForOneToAnAskingThatIsHeldUp() {
        Subscriptions subscriptions = subscriptions(1);
        subscriptions.keep(List.of(SpaceRef.open("a")));
        connect(subscriptions);
        subscriptions.leave("a");
        subscriptions.join(SpaceRef.open("a"));

        subscriptions.subscribed("a");
        timers.advance(Duration.ofSeconds(125));

        assertThat(connection.calls).containsExactly("subscribe a", "unsubscribe a", "subscribe a");
    }

    @Test
    void asksAgainWhereTheServiceEndsASubscription() {
        Subscriptions subscriptions = connected("a");
        subscriptions.subscribed("a");

        subscriptions.unsubscribed("a");

        assertThat(connection.calls).containsExactly("subscribe a", "subscribe a");
    }

    @Test
    void endsTheWishForASpaceThatWasAskedForOnceAndRefused() {
        Subscriptions subscriptions = connected("a");
        subscriptions.ensure("b");

        subscriptions.refused("b", "unknown");
        timers.advance(Duration.ofMinutes(1));

        assertThat(subscriptions.missing()).containsOnlyKeys("a");
    }

    private Subscriptions connected(String spaceId) {
        Subscriptions subscriptions = subscriptions(0);
        subscriptions.keep(List.of(SpaceRef.open(spaceId)));
        connect(subscriptions);
        return subscriptions;
    }

    private Subscriptions subscriptions(int perMinute) {
        return new Subscriptions(
                new Pacer(perMinute, timers),
                timers,
                new Surroundings(timers, Runnable::run, new Random(1)).backoff(),
                timers::now);
    }

    private void connect(Subscriptions subscriptions) {
        subscriptions.connected(connection);
        subscriptions.askForAll();
    }
}
