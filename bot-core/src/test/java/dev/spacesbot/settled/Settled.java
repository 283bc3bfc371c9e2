package dev.spacesbot.settled;

import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.Settings;

final class Settled {

    private final Greetings greetings;

    @Settings
    record Greetings(String greeting) {}

    Settled(Greetings greetings) {
        this.greetings = greetings;
    }

    @OnMessage("greet")
    String greet() {
        return greetings.greeting();
    }
}
