package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryTransportTest extends FilesContract {

    private final HandTimers timers;

    MemoryTransportTest() {
        super(new HandTimers());
        timers = (HandTimers) clock;
    }

    @Override
    Transport open(String token) {
        return emulator.transport(token);
    }

    @Test
    void deliversBeforeTheCallReturns() {
        subscribed();

        ann.says(lab, "hello");

        assertThat(heard.lines).containsExactly("subscribed " + lab.id(), "Ann: hello");
    }

    @Test
    void historyBeginsAtTheMomentAskedForAndHoldsWhatWasChangedSince() {
        subscribed();
        ann.says(lab, "old");
        String task = emulator.task(ann, lab, "Buy milk");
        timers.advance(Duration.ofMinutes(1));
        Instant since = timers.now();
        String said = ann.says(lab, "new");
        timers.advance(Duration.ofMinutes(1));
        emulator.completeTask(ann, task);

        List<SpaceEvent> history = transport().history(lab.id(), since);

        assertThat(history).extracting(SpaceEvent::id).containsExactly(task, said);
    }

    @Test
    void changesWithinOneMillisecondAreLaterAllTheSame() {
        subscribed();
        String task = emulator.task(ann, lab, "Buy milk");
        timers.advance(Duration.ofNanos(400_000));
        emulator.completeTask(ann, task);
        timers.advance(Duration.ofNanos(400_000));
        emulator.edit(ann, task, "Buy bread");

        assertThat(heard.events)
                .extracting(SpaceEvent::changed)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void tellsWhatChangedInSomeSpacesOldestChangeFirst() {
        EmulatedSpace den = emulator.space("Den");
        subscribed().subscribe(SpaceRef.open(den.id()));
        String task = emulator.task(ann, lab, "Buy milk");
        timers.advance(Duration.ofMinutes(1));
        Instant since = timers.now();
        String said = ann.says(den, "new");
        timers.advance(Duration.ofMinutes(1));
        emulator.completeTask(ann, task);

        List<SpaceEvent> changes = transport().changes(List.of(lab.id(), den.id()), since);

        assertThat(changes).extracting(SpaceEvent::id).containsExactly(said, task);
    }

    @Test
    void countsTheCallsOfEverybody() {
        Limits limits = Limits.documented().withRestCalls(3, 2);
        try (SpacesEmulator strict =
                SpacesEmulator.create(EmulatorOptions.defaults().withLimits(limits), timers)) {
            Transport one = strict.transport(strict.user("Bot"));
            Transport other = strict.transport(strict.user("Ann"));

            assertThat(List.of(one.me(), one.me(), other.me(), other.me())).hasSize(4);
            assertThatThrownBy(one::me).hasMessageContaining("too many calls").satisfies(wait(Duration.ofMinutes(1)));
            timers.advance(Duration.ofMinutes(1));
            assertThat(one.me()).isNotNull();
            assertThatThrownBy(one::me).satisfies(wait(Duration.ofMinutes(4)));
            timers.advance(Duration.ofMinutes(4));
            assertThat(one.me()).isNotNull();
        }
    }

    private static Consumer<Throwable> wait(Duration time) {
        return thrown -> assertThat(((TransportException) thrown).retryAfter()).contains(time);
    }

    @Test
    void dropsTheConnectionWhenTheTokenExpiresAndAcceptsARenewedOne() {
        Transport transport = emulator.transport(bot);
        transport.connect(heard);
        Instant renewAt = Objects.requireNonNull(transport.renewAt());

        timers.advance(Duration.between(timers.now(), renewAt).plusMinutes(5));

        heard.expect("lost: the token has expired");
        assertThatThrownBy(transport::me).hasMessageContaining("expired");
        assertThat(transport.renewToken()).isTrue();
        assertThat(transport.me().id()).isEqualTo(bot.id());
        assertThat(transport.renewToken()).isTrue();
    }

    @Test
    void aGuestWithANewTokenIsAnotherGuest() {
        Transport transport = emulator.transport(emulator.guest("Visitor"));
        String before = transport.me().id();

        boolean renewed = transport.renewToken();

        assertThat(renewed).isTrue();
        assertThat(transport.me().id()).isNotEqualTo(before);
        assertThat(transport.me().displayName()).isEqualTo("Visitor");
    }

    @Test
    void keepsTheLimitOfEventsAMinute() {
        Connection connection = subscribed();
        for (int i = 0; i < 199; i++) {
            connection.send(chat(lab, "x", "req-" + i));
        }
        heard.forget();

        connection.send(chat(lab, "x", "req-200"));
        timers.advance(Duration.ofMinutes(1));
        connection.send(chat(lab, "y", "req-201"));

        heard.expect("not sent <req-200> rate.limit.exceeded", "Bot: y <req-201>");
    }

    @Test
    void faultsDelayDeliveriesAndKeepTheirOrder() {
        subscribed();
        emulator.faults().delayDeliveries(Duration.ofSeconds(5));

        ann.says(lab, "one");
        timers.advance(Duration.ofSeconds(1));
        emulator.faults().delayDeliveries(Duration.ZERO);
        ann.says(lab, "two");
        timers.advance(Duration.ofSeconds(3));
        List<String> early = List.copyOf(heard.lines);
        timers.advance(Duration.ofSeconds(1));

        assertThat(early).containsExactly("subscribed " + lab.id());
        heard.expect("Ann: one", "Ann: two");
    }

    @Test
    void aListenerMayCallBackWithoutEnd() {
        Recorder echoing = new Recorder() {
            @Override
            public void received(SpaceEvent event, @Nullable String loopback) {
                super.received(event, loopback);
                if (lines.size() < 2_000) {
                    ann.says(lab, "again");
                }
            }
        };
        transport().connect(echoing).subscribe(SpaceRef.open(lab.id()));

        ann.says(lab, "hello");

        assertThat(echoing.lines).hasSize(2_000);
    }

    @Test
    void frontEndsSeeEveryMessageUntilTheyEndIt() {
        List<String> seen = new ArrayList<>();
        Runnable end = emulator.onMessage(
                message -> seen.add(message.path("content").path("bodyText").asText()));

        ann.says(lab, "one");
        end.run();
        ann.says(lab, "two");

        assertThat(seen).containsExactly("one");
    }
}
