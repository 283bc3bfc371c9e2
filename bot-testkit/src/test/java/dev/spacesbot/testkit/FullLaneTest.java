package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A space where more is said than may wait in memory. */
class FullLaneTest {

    private static final int MORE_THAN_MAY_WAIT = 10_500;

    static final class Slow {

        private final CompletableFuture<String> first = new CompletableFuture<>();

        @OnMessage("begin")
        CompletionStage<String> begin() {
            return first;
        }

        @OnMessage("say {number}")
        String say(String number) {
            return number;
        }
    }

    @Test
    void losesNothingAndKeepsTheOrder() {
        Slow slow = new Slow();
        try (TestBot bot =
                TestBot.builder().handlers(slow).patience(Duration.ofMinutes(2)).build()) {
            TestSpace lab = bot.space("Lab");
            TestUser ann = lab.user("Ann");
            ann.begins("begin");
            for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
                ann.begins("say " + i);
            }

            slow.first.complete("ready");
            bot.settle();

            lab.expect("ready");
            assertThat(lab.replies())
                    .extracting(Message::text)
                    .containsExactlyElementsOf(IntStream.range(0, MORE_THAN_MAY_WAIT)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }
}
