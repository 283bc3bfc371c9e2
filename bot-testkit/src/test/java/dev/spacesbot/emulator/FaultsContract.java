package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same, where the service is made to fail. */
abstract class FaultsContract extends PresenceContract {

    FaultsContract(Timers clock) {
        super(clock);
    }

    @Test
    void dropTheConnectionAndRefuseTheToken() {
        subscribed();

        emulator.faults().dropConnections();
        heard.expectOne(line -> line.startsWith("lost: "));
        emulator.faults().refuseTokens(1);
        Transport again = transport();

        assertRefused(() -> again.connect(heard));
        again.connect(heard).subscribe(SpaceRef.open(lab.id()));
        heard.expect("subscribed " + lab.id());
    }

    @Test
    void expireTheToken() {
        Transport transport = transport();
        transport.connect(heard);

        emulator.faults().expireTokens(bot);

        heard.expectOne(line -> line.startsWith("lost: "));
        assertRefused(transport::me);
        assertThat(transport().me().id()).isEqualTo(bot.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "NO_REASON|no|not sent <a> ",
                "TEXT|no|not sent <a> no",
                "OBJECT|no|not sent <a> no: Rejected, as a test has asked.",
                "TEXT|app.event.channel.subscription.required|"
                        + "not sent <a> app.event.channel.subscription.required (subscribe first)"
            })
    void rejectSendsInEveryShape(SendRejection shape, String code, String line) {
        Connection connection = subscribed();
        emulator.faults().rejectSends(1, shape, code);

        connection.send(chat(lab, "one", "a"));
        connection.send(chat(lab, "two", "b"));

        heard.expect(line, "Bot: two <b>");
    }

    @Test
    void rejectASubscriptionUntilLifted() {
        Connection connection = transport().connect(heard);
        emulator.faults().rejectSubscription(lab, "topic.archived");

        connection.subscribe(SpaceRef.open(lab.id()));
        heard.expect("not subscribed " + lab.id() + " topic.archived: The space is closed, as a test has asked.");
        emulator.faults().allowSubscription(lab);
        connection.subscribe(SpaceRef.open(lab.id()));

        heard.expect("subscribed " + lab.id());
    }

    @Test
    void duplicateAndSwapDeliveries() {
        subscribed();

        emulator.faults().duplicateDeliveries(1);
        ann.says(lab, "one");
        emulator.faults().swapNextDeliveries();
        ann.says(lab, "two");
        ann.says(lab, "three");

        heard.expect("Ann: one", "Ann: one", "Ann: three", "Ann: two");
    }

    @Test
    void forgetSubscriptions() {
        Connection connection = subscribed();

        emulator.faults().forgetSubscriptions();
        ann.says(lab, "unheard");
        connection.send(chat(lab, "one", "a"));

        heard.expect("not sent <a> app.event.channel.subscription.required (subscribe first)");
    }

    @Test
    void failRestCalls() {
        Transport transport = transport();
        emulator.faults().failRest(2, 429);

        assertThatThrownBy(transport::me)
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThatThrownBy(transport::spaces).isInstanceOf(TransportException.class);
        assertThat(transport.me().id()).isEqualTo(bot.id());
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "429, , 60", "503, 20, 20", "503, ,"})
    void keepTheHistoryToThemselves(int status, @Nullable Long told, @Nullable Long seconds) {
        subscribed();
        ann.says(lab, "one");
        Transport transport = transport();
        emulator.faults().failHistory(status, told == null ? null : Duration.ofSeconds(told));

        assertThatThrownBy(() -> transport.history(lab.id(), Instant.EPOCH)).satisfies(e -> assertWait(e, seconds));
        assertThatThrownBy(() -> transport.changes(List.of(lab.id()), Instant.EPOCH))
                .satisfies(e -> assertWait(e, seconds));
        emulator.faults().answerHistory();

        assertThat(transport.changes(List.of(lab.id()), Instant.EPOCH)).hasSize(1);
        assertThat(transport.history(lab.id(), Instant.EPOCH)).hasSize(1);
    }

    private static void assertWait(Throwable thrown, @Nullable Long seconds) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.retryAfter())
                                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }
}
