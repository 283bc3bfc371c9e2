package dev.spacesbot.bench.bots.slow;

import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import java.util.concurrent.TimeUnit;

/** Says what it hears, after a tenth of a second in which its thread is blocked, as by a database. */
public final class Slow {

    private static final long MILLIS = 100;

    @OnMessage
    String echo(Message message) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(MILLIS);
        return message.text();
    }
}
