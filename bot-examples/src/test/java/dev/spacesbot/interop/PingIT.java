package dev.spacesbot.interop;

import static dev.spacesbot.interop.Wire.SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The library's pings, though events pass it by; against the real socket.io 1.7.3. */
class PingIT {

    private static final Duration PING = Duration.ofMillis(200);

    private final Wire wire = new Wire(RealServer.start(PING));

    @AfterEach
    void endAll() {
        wire.close();
    }

    @Test
    void keepAConnectionThatNothingElseHappensOn() {
        wire.joined();

        await().during(PING.multipliedBy(8)).until(() -> wire.heard().lines().size() == 1);
    }

    @Test
    void giveUpAServerThatAnswersNoneOfThem() {
        wire.joined();

        wire.server().deafen();
        wire.server().say(SPACE, "Ann", "can you hear me?");
        wire.heard().await("lost");

        await().during(PING.multipliedBy(3)).until(() -> wire.heard().lines().size() == 3);
        assertThat(wire.heard().lines())
                .containsExactly("subscribed " + SPACE, "Ann: can you hear me?", "lost ping timeout");
    }
}
