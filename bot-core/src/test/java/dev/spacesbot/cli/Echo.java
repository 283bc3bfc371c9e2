package dev.spacesbot.cli;

import dev.spacesbot.handler.OnMessage;

/** Found by scanning this package. */
final class Echo {

    @OnMessage("echo {text...}")
    String echo(String text) {
        return text;
    }

    @OnMessage("ping")
    String ping() {
        return "pong";
    }
}
