package dev.spacesbot.served;

import dev.spacesbot.handler.OnMessage;
import java.time.Clock;
import java.util.Random;

final class Served {

    private final Clock clock;
    private final Random random;

    Served(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    @OnMessage("when")
    String when() {
        return clock.instant().plusSeconds(random.nextInt(60)).toString();
    }
}
