package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPresence;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant LATER = HandTimers.START.plusSeconds(60);

    private final HandTimers timers = new HandTimers();
    private final FakeTransport transport = new FakeTransport();
    private final List<String> handled = new ArrayList<>();
    private final BotRuntime runtime = new BotRuntime(
            new BotRuntime.Task(
                    new Handlers(List.of(new Silent()), List.of(), List.of()).router(Rules.defaults()),
                    List.of(SpaceRef.open("s")),
                    false,
                    0,
                    Rules.defaults()),
            transport,
            new Surroundings(timers, Runnable::run, new Random(1)),
            new Observer() {
                @Override
                public void handled(SpaceEvent event, List<String> handlers) {
                    handled.add(
                            event instanceof Presence presence
                                    ? presence.sender().displayName() + " " + presence.kind()
                                    : ((Message) event).text() + " " + event.change());
                }
            },
            reason -> {});

    static final class Silent {

        @OnMessage(on = {Change.CREATED, Change.UPDATED})
        void hear() {}

        @OnPresence
        void see() {}
    }

    @Test
    void takesEveryMessageOnce() {
        runtime.start();

        receive(Chats.of(Chats.ANN, "s", "m1", "hello"));
        receive(Chats.of(Chats.ANN, "s", "m1", "hello"));

        assertThat(handled).containsExactly("hello CREATED");
    }

    @Test
    void takesARepeatWithALaterTimeForAChange() {
        runtime.start();

        receive(Chats.of(Chats.ANN, "s", "m1", "hello"));
        receive(Chats.of(Chats.ANN, "s", "m1", "hello you", LATER));
        receive(Chats.of(Chats.ANN, "s", "m1", "hello you", LATER));

        assertThat(handled).containsExactly("hello CREATED", "hello you UPDATED");
    }

    @Test
    void dropsAnOlderVersionThatComesLate() {
        runtime.start();

        receive(Chats.of(Chats.ANN, "s", "m1", "hello"));
        receive(Chats.of(Chats.ANN, "s", "m1", "hello you", LATER));
        receive(Chats.of(Chats.ANN, "s", "m1", "hello"));

        assertThat(handled).containsExactly("hello CREATED", "hello you UPDATED");
    }

    @Test
    void takesAnIdThatIsUsedAnewForANewMessage() {
        runtime.start();

        receive(createdAt(HandTimers.START));
        receive(createdAt(LATER));

        assertThat(handled).containsExactly("hello CREATED", "hello CREATED");
    }

    @Test
    void whereTimesAreMissingAnIdCountsForOneConnection() {
        runtime.start();

        receive(createdAt(Instant.EPOCH));
        receive(createdAt(Instant.EPOCH));
        transport.last().listener.lost("the server was restarted");
        timers.advance(Duration.ofSeconds(1));
        receive(createdAt(Instant.EPOCH));

        assertThat(handled).containsExactly("hello CREATED", "hello CREATED");
    }

    private static Message createdAt(Instant created) {
        Message message = Chats.of(Chats.ANN, "s", "m1", "hello");
        Envelope old = message.envelope();
        return message.in(new Envelope(old.id(), old.space(), old.sender(), created, null, Change.CREATED));
    }

    @Test
    void ignoresWhatTheBotSaidItself() {
        runtime.start();

        receive(Chats.of(FakeTransport.BOT, "s", "m1", "hello"));

        assertThat(handled).isEmpty();
    }

    @Test
    void neverTakesItsOwnWordsForSomebodysWhereItDoesNotKnowWhoItIs() {
        transport.meFailure = new TransportException(TransportException.Kind.UNAVAILABLE, "out of order");
        runtime.start();
        transport.last().listener.subscribed("s");
        runtime.spaces().send("s", "say \"hello\"");

        receive(Chats.of(FakeTransport.BOT, "s", "m1", "say \"hello\""));
        receive(Chats.of(Chats.ANN, "s", "m2", "say \"hello\""));

        assertThat(handled).containsExactly("say \"hello\" CREATED");
        assertThat(runtime.pendingReplies().get()).isZero();
    }

    @Test
    void takesNothingFromASpaceThatWasLeft() {
        runtime.start();

        runtime.spaces().leave("s");
        receive(Chats.of(Chats.ANN, "s", "m1", "hello"));

        assertThat(handled).isEmpty();
    }

    @Test
    void takesPresenceOnceForEachComing() {
        runtime.start();

        receive(Kind.ENTERED, Chats.ANN);
        receive(Kind.ENTERED, Chats.ANN);
        receive(Kind.ENTERED, FakeTransport.BOT);
        receive(Kind.TYPING, Chats.ANN);

        assertThat(transport.last().listener.wantsPresence()).isTrue();
        assertThat(handled).containsExactly("Ann ENTERED");
    }

    @Test
    void takesNoPresenceFromASpaceThatWasLeft() {
        runtime.start();

        runtime.spaces().leave("s");
        receive(Kind.ENTERED, Chats.ANN);

        assertThat(handled).isEmpty();
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        runtime.start();
        var listener = transport.last().listener;

        assertThat(runtime.stop(Duration.ZERO)).isEmpty();
        listener.received(Chats.of(Chats.ANN, "s", "m1", "hello"), null);
        listener.received(Chats.presence(Chats.ANN, "s", Kind.ENTERED), null);

        assertThat(handled).isEmpty();
    }

    private void receive(Kind kind, User user) {
        transport.last().listener.received(Chats.presence(user, "s", kind), null);
    }

    private void receive(Message message) {
        transport.last().listener.received(message, null);
    }
}
