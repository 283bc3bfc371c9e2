package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the outbox brings files to the service; it is the outbox that is asked. */
class UploadsTest {

    private final HandTimers timers = new HandTimers();
    private final FakeTransport transport = new FakeTransport();
    private final Surroundings surroundings = new Surroundings(timers, Runnable::run, new Random(1));
    private final Pacer pacer = new Pacer(0, timers);
    private final Subscriptions subscriptions = new Subscriptions(pacer, timers, surroundings.backoff(), timers::now);
    private final Outbox outbox = new Outbox(subscriptions, pacer, transport, surroundings);
    private final List<String> uploads = new ArrayList<>();
    private FakeTransport.FakeConnection connection = new FakeTransport.FakeConnection(new Deaf());

    @Test
    void uploadsOnlyOnceTheSpaceIsJoined() {
        transport.uploader = this::uploaded;
        connect();

        CompletableFuture<String> said = outbox.send("s", withFile("hello"), null);
        assertThat(connection.calls).containsExactly("subscribe s");
        subscriptions.refused("s", "not for you");

        assertThat(said).isCompletedExceptionally();
        assertThat(uploads).isEmpty();
    }

    @Test
    void uploadsOnceThoughTheConnectionGoesBeforeTheEcho() {
        transport.uploader = this::uploaded;
        join();
        var unused = outbox.send("s", withFile(""), null);
        lose();
        transport.history.add(Chats.of(FakeTransport.BOT, "s", "m1", ""));

        join();

        assertThat(uploads).containsExactly("a.txt");
        assertThat(connection.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.content().attachments())
                        .extracting(Attachment::fileId)
                        .containsExactly("key of a.txt"));
    }

    @Test
    void forgetsAnUploadWhoseSpaceIsLeftMeanwhile() {
        transport.uploader = file -> {
            subscriptions.leave("s");
            return uploaded(file);
        };
        join();

        CompletableFuture<String> said = outbox.send("s", withFile("hello"), null);

        assertThat(said).isCompletedExceptionally();
        assertThat(texts()).isEmpty();
        assertThat(outbox.pending().get()).isZero();
    }

    @Test
    void givesUpAnUploadThatFailsAgainAndAgain() {
        AtomicInteger calls = new AtomicInteger();
        transport.uploader = file -> {
            calls.incrementAndGet();
            throw new TransportException(TransportException.Kind.UNAVAILABLE, "out of order");
        };
        join();

        CompletableFuture<String> said = outbox.send("s", withFile("hello"), null);
        var unused = outbox.send("s", Reply.text("next"), null);
        assertThat(texts()).isEmpty();
        timers.advance(Duration.ofMinutes(5));

        assertThat(said)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(TransportException.class)
                .withMessage("File a.txt was not sent: out of order");
        assertThat(calls).hasValue(5);
        assertThat(texts()).containsOnly("next");
    }

    private static Reply withFile(String text) {
        return Reply.text(text).attach(Attachable.of("a.txt", new byte[1]));
    }

    private Attachment uploaded(Upload file) {
        uploads.add(file.name());
        return new Attachment("key of " + file.name(), file.name(), file.mimeType(), file.size(), "");
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

    private List<String> texts() {
        return connection.sent.stream().map(sent -> sent.content().bodyText()).toList();
    }
}
