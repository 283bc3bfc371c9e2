package dev.spacesbot.bench.bots.echo;

import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;

/** Says what it hears. */
public final class Echo {

    @OnMessage
    String echo(Message message) {
        return message.text();
    }
}
