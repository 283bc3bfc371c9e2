package dev.spacesbot.examples.readme;

import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;

final class Greeter {

    @OnMessage("hello")
    String hello(User sender) {
        return "Hello, " + sender.displayName() + "!";
    }
}
