package dev.spacesbot.interop;

import static dev.spacesbot.interop.Wire.SPACE;
import static dev.spacesbot.interop.Wire.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.transport.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Talking, against the real socket.io 1.7.3. */
class SocketIoTransportIT {

    private final Wire wire = new Wire();

    @AfterEach
    void endAll() {
        wire.close();
    }

    @Test
    void hearsPeopleAndItsOwnEcho() {
        Connection connection = wire.joined();

        wire.server().say(SPACE, "Ann", "hello");
        wire.heard().await("Ann: hello");
        connection.send(chat("Hello, Ann", "send-1"));
        wire.heard().await("Bot: Hello");

        assertThat(wire.heard().lines())
                .containsExactly("subscribed " + SPACE, "Ann: hello", "Bot: Hello, Ann [send-1]");
    }

    @Test
    void learnsWhichSpaceCannotBeJoined() {
        Connection connection = wire.transport("token-of-bot").connect(wire.heard());

        connection.subscribe(SpaceRef.open("dead11bb22cc33dd44ee5501"));
        connection.subscribe(SpaceRef.open("5ec7e7bb22cc33dd44ee5501"));
        connection.subscribe(new SpaceRef("5ec7e7bb22cc33dd44ee5502", "4821"));
        wire.heard().await("subscribed");

        assertThat(wire.heard().lines())
                .containsExactly(
                        "subscribeFailed dead11bb22cc33dd44ee5501 topic.not.found: there is no such space",
                        "subscribeFailed 5ec7e7bb22cc33dd44ee5501 topic.password: the password is wrong",
                        "subscribed 5ec7e7bb22cc33dd44ee5502");
    }

    @Test
    void isToldThatASpaceItLeftMustBeJoinedFirst() {
        Connection connection = wire.joined();

        connection.unsubscribe(SPACE);
        connection.send(chat("anybody here?", "send-1"));
        wire.heard().await("sendFailed");

        assertThat(wire.heard().lines())
                .containsExactly(
                        "subscribed " + SPACE, "unsubscribed " + SPACE, "sendFailed send-1 subscription required");
    }

    @Test
    void carriesTokensWithAnyCharacters() {
        wire.transport("a+b/c==&d%2F#\"e\"").connect(wire.heard());

        assertThat(wire.server().await("asked", 1))
                .extracting(one -> one.payload().toString())
                .containsExactly("{\"token\":\"a+b/c==&d%2F#\\\"e\\\"\",\"tokenType\":\"jwt\"}");
    }

    @Test
    void sendsFromManyThreadsEachInItsOrder() throws InterruptedException {
        Connection connection = wire.joined();

        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> IntStream.range(0, 100)
                        .forEach(i -> connection.send(chat("n" + number + " " + i, number + "/" + i)))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        List<String> arrived = wire.server().await("SEND_MESSAGE", 800).stream()
                .map(one -> one.payload().path("loopbackMetadata").asText())
                .toList();
        assertThat(arrived).hasSize(800);
        assertThat(arrived.stream().filter(id -> id.startsWith("3/")).toList())
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "3/" + i).toList());
    }

    @ParameterizedTest
    @MethodSource("hostileFrames")
    void survivesWhateverAFrameHolds(String frame) {
        wire.joined();

        wire.server().raw(frame);
        wire.server().raw("42/chat,17[\"CHANNEL_UNSUBSCRIBED\",{\"channel\":{\"_id\":\"with-an-ack\"}},null]");
        wire.server().say(SPACE, "Ann", "still there?");

        wire.heard().await("Ann: still there?");
        assertThat(wire.heard().lines())
                .containsExactly("subscribed " + SPACE, "unsubscribed with-an-ack", "Ann: still there?");
    }

    static List<String> hostileFrames() {
        return List.of(
                "",
                "x",
                "4",
                "42",
                "42/chat,",
                "42/chat,not json",
                "42/chat,[\"MESSAGE_SENT\",null]",
                "42/chat,[\"MESSAGE_SENT\",{\"category\":\"chat\"}]",
                "42/chat," + "[".repeat(10_000) + "]".repeat(10_000),
                "42/chat,[\"MESSAGE_SENT\",{\"text\":\"" + "x".repeat(1_000_000) + "\"}]",
                "42[\"of another namespace\"]",
                "43/chat,1[]",
                "45/chat,1-[\"binary\",{\"_placeholder\":true,\"num\":0}]",
                "451-[\"binary\",{\"_placeholder\":true,\"num\":0}]",
                "44/other,\"refused\"",
                "41/other",
                "2",
                "5",
                "6",
                "9nonsense");
    }
}
