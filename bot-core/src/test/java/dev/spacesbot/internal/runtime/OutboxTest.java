package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Reply;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.SendFailure;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration OVERDUE = Duration.ofSeconds(25);

    private final HandTimers timers = new HandTimers();
    private final FakeTransport transport = new FakeTransport();
    private final Surroundings surroundings = new Surroundings(timers, Runnable::run, new Random(1));
    private Pacer pacer = new Pacer(0, timers);
    private Subscriptions subscriptions = new Subscriptions(pacer, timers, surroundings.backoff(), timers::now);
    private Outbox outbox = new Outbox(subscriptions, pacer, transport, surroundings);
    private FakeTransport.FakeConnection connection = new FakeTransport.FakeConnection(new Deaf());

    @Test
    void sendsTheNextOnlyOnceTheOneBeforeIsConfirmed() {
        join();

        CompletableFuture<String> first = say("one");
        tell("two");

        assertThat(texts()).containsExactly("one");
        echo(0, "m1");
        assertThat(first).isCompletedWithValue("m1");
        assertThat(texts()).containsExactly("one", "two");
        assertThat(outbox.pending().get()).isEqualTo(1);
    }

    @Test
    void joinsASpaceBeforeSendingToIt() {
        connect();

        tell("hello");

        assertThat(connection.calls).containsExactly("subscribe s");
        subscriptions.subscribed("s");
        assertThat(connection.calls).containsExactly("subscribe s", "send s hello");
    }

    @Test
    void findsInTheHistoryWhatTheConnectionTookWithIt() {
        join();
        CompletableFuture<String> said = say("hello");
        lose();
        transport.history.add(Chats.of(FakeTransport.BOT, "s", "m1", "hello"));

        join();

        assertThat(said).isCompletedWithValue("m1");
        assertThat(texts()).isEmpty();
    }

    @Test
    void sendsAgainWhatTheHistoryDoesNotShow() {
        join();
        tell("hello");
        lose();
        transport.history.add(Chats.of(Chats.ANN, "s", "m1", "hello"));

        join();

        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void doesNotTakeAnEarlierEqualTextForTheOneThatIsMissing() {
        join();
        for (int i = 0; i < 200; i++) {
            tell("ok");
            echo(i, "m" + i);
            transport.history.add(Chats.of(FakeTransport.BOT, "s", "m" + i, "ok"));
        }
        CompletableFuture<String> missing = say("ok");
        lose();

        join();

        assertThat(missing).isNotDone();
        assertThat(texts()).containsExactly("ok");
    }

    @Test
    void looksForWhatNobodyConfirms() {
        join();
        CompletableFuture<String> said = say("hello");
        transport.history.add(Chats.of(FakeTransport.BOT, "s", "m1", "hello"));

        timers.advance(OVERDUE);

        assertThat(said).isCompletedWithValue("m1");
    }

    @Test
    void looksForWhatNobodyConfirmsAlsoWhereThePaceHeldItUp() {
        pace(3);
        join();
        tell("one");
        echo(0, "m1");
        tell("two");
        echo(1, "m2");
        CompletableFuture<String> held = say("three");
        transport.history.add(Chats.of(FakeTransport.BOT, "s", "m3", "three"));

        timers.advance(Duration.ofSeconds(61).plus(OVERDUE));

        assertThat(held).isCompletedWithValue("m3");
    }

    @Test
    void goesOnWhereTheHistoryCannotBeReadInAWayThatWasNotForeseen() {
        join();
        tell("hello");
        lose();
        transport.historyFailure = new IllegalStateException("a number where a list should be");

        join();

        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void losesNothingWhereTheConnectionGoesInTheMomentOfSending() {
        join();
        FakeTransport.FakeConnection old = connection;
        old.whileSending = this::lose;

        tell("hello");
        join();

        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void joinsAgainAndResendsWhereTheServiceWantsIt() {
        join();
        tell("hello");

        outbox.failed(failure(0, true, "app.event.channel.subscription.required"));
        subscriptions.subscribed("s");

        assertThat(connection.calls).containsExactly("subscribe s", "send s hello", "subscribe s", "send s hello");
    }

    @Test
    void givesUpWhatIsRefusedAgainAndAgain() {
        join();
        CompletableFuture<String> said = say("hello");

        for (int i = 0; i < 5; i++) {
            outbox.failed(failure(i, false, "busy"));
            timers.advance(Duration.ofMinutes(1));
        }

        assertThat(said)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("Space s does not take it: busy");
        assertThat(texts()).hasSize(5);
        assertThat(outbox.pending().get()).isZero();
    }

    @Test
    void failsAtOnceWhatItIsNotAllowedToSay() {
        join();
        CompletableFuture<String> said = say("hello");

        outbox.failed(new SendFailure("s", null, "", false, "not.authorized.by.topic.policy"));

        assertThat(said).isCompletedExceptionally();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void takesARefusalOfSomethingElseForNothing() {
        join();
        CompletableFuture<String> said = say("hello");

        outbox.failed(new SendFailure("s", "another", "", false, "busy"));
        outbox.failed(new SendFailure("s", null, "other words", false, "busy"));

        assertThat(said).isNotDone();
        echo(0, "m1");
        assertThat(said).isCompletedWithValue("m1");
    }

    @Test
    void takesAnOwnMessageWithoutLoopbackForTheEcho() {
        join();
        CompletableFuture<String> said = say("hello");

        outbox.confirmByText(Chats.of(FakeTransport.BOT, "s", "m1", "hello"));

        assertThat(said).isCompletedWithValue("m1");
    }

    @Test
    void forgetsWhatWaitsForASpaceThatIsLeft() {
        join();
        CompletableFuture<String> first = say("one");
        CompletableFuture<String> second = say("two");

        subscriptions.leave("s");
        CompletableFuture<String> third = say("three");

        assertThat(List.of(first, second, third)).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(texts()).containsExactly("one");
        assertThat(outbox.pending().get()).isZero();
    }

    @Test
    void keepsThePartsOfALongTextTogether() {
        join();

        CompletableFuture<String> said = say("word ".repeat(5_000));
        tell("after");
        echo(0, "m1");
        echo(1, "m2");

        assertThat(said).isCompletedWithValue("m2");
        assertThat(texts()).hasSize(3).last().isEqualTo("after");
    }

    private void pace(int perMinute) {
        pacer = new Pacer(perMinute, timers);
        subscriptions = new Subscriptions(pacer, timers, surroundings.backoff(), timers::now);
        outbox = new Outbox(subscriptions, pacer, transport, surroundings);
    }

    private void connect() {
        connection = new FakeTransport.FakeConnection(new Deaf());
        subscriptions.connected(connection);
        subscriptions.askForAll();
    }

    private void join() {
        subscriptions.keep(List.of(SpaceRef.open("s")));
        connect();
        subscriptions.subscribed("s");
    }

    private void lose() {
        subscriptions.disconnected();
        outbox.disconnected();
    }

    private void tell(String text) {
        var unused = say(text);
    }

    private CompletableFuture<String> say(String text) {
        return outbox.send("s", Reply.text(text), null);
    }

    private void echo(int sending, String id) {
        Outgoing sent = connection.sent.get(sending);
        outbox.confirm(Chats.of(FakeTransport.BOT, "s", id, sent.content().bodyText()), sent.loopback());
    }

    private SendFailure failure(int sending, boolean subscriptionRequired, String reason) {
        return new SendFailure("s", connection.sent.get(sending).loopback(), "", subscriptionRequired, reason);
    }

    private List<String> texts() {
        return connection.sent.stream().map(sent -> sent.content().bodyText()).toList();
    }
}
