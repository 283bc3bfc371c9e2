package dev.spacesbot.testkit;

import dev.spacesbot.event.Message;
import dev.spacesbot.handler.Change;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What becomes of messages that are said while the bot is not there. */
@BotTest(CatchUpTest.Echo.class)
class CatchUpTest {

    static final class Echo {

        static final CompletableFuture<String> NEVER = new CompletableFuture<>();

        @OnMessage("say {text...}")
        String say(String text) {
            return text;
        }

        @OnMessage("wait")
        CompletionStage<String> waiting() {
            return NEVER;
        }

        @OnMessage(value = "say {text...}", on = Change.UPDATED)
        String said(String text) {
            return "rather: " + text;
        }
    }
}
