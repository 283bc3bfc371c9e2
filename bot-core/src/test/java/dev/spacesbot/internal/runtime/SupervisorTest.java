package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private final HandTimers timers = new HandTimers();
    private final FakeTransport transport = new FakeTransport();
    private final List<String> gaveUp = new ArrayList<>();
    private final BotRuntime runtime = new BotRuntime(
            new BotRuntime.Task(
                    new Handlers(List.of(new Echo()), List.of(), List.of()).router(Rules.defaults()),
                    List.of(SpaceRef.open("s")),
                    false,
                    0,
                    Rules.defaults()),
            transport,
            new Surroundings(timers, Runnable::run, new Random(1)),
            Observer.NONE,
            gaveUp::add);

    static final class Echo {

        @OnMessage
        String echo() {
            return "heard";
        }
    }

    @Test
    void asksForItsSpacesOnEveryNewConnection() {
        runtime.start();
        transport.last().listener.lost("the server went");
        timers.advance(Duration.ofSeconds(1));

        assertThat(transport.connections).hasSize(2);
        assertThat(transport.last().calls).containsExactly("subscribe s");
    }

    @Test
    void hasOneConnectionHoweverOftenItIsStarted() {
        transport.whileConnecting = runtime::start;

        runtime.start();
        runtime.start();

        assertThat(transport.attempts).isEqualTo(1);
    }

    @Test
    void triesAgainWhereAConnectionIsLostBeforeItIsInUse() {
        transport.whileConnecting = () -> transport.last().listener.lost("at once");

        runtime.start();

        assertThat(runtime.connected()).isFalse();
        transport.whileConnecting = () -> {};
        timers.advance(Duration.ofSeconds(1));
        assertThat(runtime.connected()).isTrue();
        assertThat(transport.last().calls).containsExactly("subscribe s");
    }

    @Test
    void givesUpOnATokenThatIsRefusedFiveTimesAndCannotBeRenewed() {
        transport.connectFailure = new TransportException(Kind.REFUSED, "no");

        runtime.start();
        timers.advance(Duration.ofHours(1));

        assertThat(transport.attempts).isEqualTo(5);
        assertThat(gaveUp)
                .containsExactly(
                        "The service refused the token 5 times in a row, and it cannot be renewed. Last answer:"
                                + " no\nPut a valid token into the configuration's `auth` and start again.");
    }

    @Test
    void slowsDownWhereEveryRenewedTokenIsRefused() {
        transport.renewal = () -> true;
        transport.connectFailure = new TransportException(Kind.REFUSED, "no");

        runtime.start();
        timers.advance(Duration.ofHours(1));

        assertThat(gaveUp).isEmpty();
        assertThat(transport.attempts).isBetween(60, 300);
    }

    @Test
    void slowsDownWhereEveryConnectionIsDroppedAtOnce() {
        runtime.start();

        dropAtOnceFor(Duration.ofHours(1));

        assertThat(transport.attempts).isBetween(60, 200);
    }

    @Test
    void isBackWithinASecondAfterAConnectionThatLasted() {
        runtime.start();
        dropAtOnceFor(Duration.ofHours(1));
        timers.advance(Duration.ofMinutes(3));

        transport.last().listener.lost("the server went");
        timers.advance(Duration.ofSeconds(1));

        assertThat(runtime.connected()).isTrue();
    }

    private void dropAtOnceFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            transport.last().listener.lost("at once");
            timers.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void renewsTheTokenWhereTheSocketIsCutWithoutAWordAndTheRestApiRefusesIt() {
        transport.connectFailure = new TransportException(Kind.UNAVAILABLE, "cut");
        transport.meFailure = new TransportException(Kind.REFUSED, "expired");
        transport.renewal = () -> {
            transport.connectFailure = null;
            transport.meFailure = null;
            return true;
        };
        runtime.start();

        timers.advance(Duration.ofSeconds(1));

        assertThat(runtime.connected()).isTrue();
    }

    @Test
    void renewsATokenThatLivesForAMomentOnlyNowAndThen() {
        AtomicInteger renewals = new AtomicInteger();
        transport.renewal = () -> {
            transport.renewAt = timers.now().plusMillis(900);
            renewals.incrementAndGet();
            return true;
        };
        transport.renewAt = HandTimers.START;
        runtime.start();

        timers.advance(Duration.ofMinutes(10));

        assertThat(renewals).hasValueLessThanOrEqualTo(20);
    }

    @Test
    void keepsTryingWhereTheServiceIsAway() {
        transport.connectFailure = new TransportException(Kind.UNAVAILABLE, "nobody there");
        runtime.start();
        timers.advance(Duration.ofHours(1));

        transport.connectFailure = null;
        timers.advance(Duration.ofMinutes(1));

        assertThat(runtime.connected()).isTrue();
        assertThat(gaveUp).isEmpty();
    }

    @Test
    void keepsTryingWhereRenewingFailsInAWayThatWasNotForeseen() {
        transport.renewal = () -> {
            throw new IllegalStateException("a page where a token should be");
        };
        transport.connectFailure = new TransportException(Kind.REFUSED, "no");
        runtime.start();

        transport.connectFailure = null;
        timers.advance(Duration.ofMinutes(1));

        assertThat(runtime.connected()).isTrue();
    }

    @Test
    void opensANewConnectionWithARenewedToken() {
        transport.renewAt = HandTimers.START.plusSeconds(600);
        transport.renewal = () -> {
            transport.renewAt = null;
            return true;
        };
        runtime.start();

        timers.advance(Duration.ofSeconds(601));

        assertThat(transport.connections).hasSize(2);
        assertThat(transport.connections.get(0).closed).isTrue();
        assertThat(runtime.connected()).isTrue();
    }

    @Test
    void keepsAWorkingConnectionWhileTheTokenCannotBeRenewed() {
        transport.renewAt = HandTimers.START.plusSeconds(600);
        transport.renewal = () -> {
            throw new TransportException(Kind.UNAVAILABLE, "accounts are away");
        };
        runtime.start();
        timers.advance(Duration.ofSeconds(700));
        assertThat(transport.connections).hasSize(1);

        transport.renewal = () -> true;
        transport.renewAt = null;
        timers.advance(Duration.ofSeconds(31));

        assertThat(transport.connections).hasSize(2);
    }

    @Test
    void connectsNoMoreOnceItIsStopped() {
        runtime.start();
        transport.last().listener.lost("the server went");

        String left = runtime.stop(Duration.ZERO);
        runtime.start();
        timers.advance(Duration.ofHours(1));

        assertThat(left).isEmpty();
        assertThat(transport.attempts).isEqualTo(1);
    }

    @Test
    void closesAConnectionThatComesAfterTheEnd() {
        transport.whileConnecting =
                () -> assertThat(runtime.stop(Duration.ZERO)).isEmpty();

        runtime.start();

        assertThat(transport.last().closed).isTrue();
        assertThat(runtime.connected()).isFalse();
    }

    @Test
    void saysWhatWasLeftWhereItIsStoppedWithoutAConnection() {
        runtime.start();
        transport.last().listener.received(Chats.of(Chats.ANN, "s", "m1", "hello"), null);
        transport.last().listener.lost("the server went");

        assertThat(runtime.stop(Duration.ZERO)).isEqualTo("0 messages not handled to the end, 1 replies not sent");
    }

    @Test
    void dropsWhatAConnectionSaysAfterItsEnd() {
        runtime.start();
        FakeTransport.FakeConnection old = transport.last();
        old.listener.lost("the server went");
        timers.advance(Duration.ofSeconds(1));

        old.listener.subscribed("s");
        old.listener.received(Chats.of(Chats.ANN, "s", "m1", "hello"), null);

        assertThat(runtime.spaces().joined()).isEmpty();
        assertThat(runtime.pendingReplies().get()).isZero();
    }
}
