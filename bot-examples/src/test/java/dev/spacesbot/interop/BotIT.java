package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Bot;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.Secret;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.interop.RealServer.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole bot against a server that nobody here wrote: socket.io 1.7.3. */
class BotIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch gate = new CountDownLatch(1);
    private RealServer server;

    @BeforeEach
    void startServer() {
        server = RealServer.start();
    }

    @AfterEach
    void stopServer() {
        gate.countDown();
        server.close();
    }

    @Test
    void answersInTheSpaceThatWasAsked() throws Exception {
        Bot bot = started(spaces(2));

        server.say(space(0), "Ann", "<p>echo one</p>");
        server.say(space(1), "Bob", "echo two");

        assertThat(answers(2)).containsExactlyInAnyOrder(space(0) + " one", space(1) + " two");
        assertThat(bot.stop(PATIENCE)).isEqualTo(new Bot.End(false, ""));
    }

    @Test
    void answersAgainWithinFiveSecondsOfTheServersReturn() throws Exception {
        Bot bot = started(spaces(2));
        server.stop();
        Awaitility.await().until(() -> !bot.readiness().connected());

        server.startAgain();
        Awaitility.await("back in both spaces")
                .atMost(Duration.ofSeconds(5))
                .until(() -> bot.readiness().ready());
        server.say(space(1), "Ann", "echo again");

        assertThat(answers(1)).containsExactly(space(1) + " again");
        bot.stop(PATIENCE);
    }

    @Test
    void comesBackAfterEveryKindOfEnd() throws Exception {
        Bot bot = started(spaces(1));
        List<Runnable> ends = List.of(server::drop, server::hangUp, server::kick);

        for (int i = 0; i < ends.size(); i++) {
            ends.get(i).run();
            server.await("SUBSCRIBE_CHANNEL", i + 2);
            server.say(space(0), "Ann", "echo " + i);
            server.await("SEND_MESSAGE", i + 1);
        }

        assertThat(answers(3)).containsExactly(space(0) + " 0", space(0) + " 1", space(0) + " 2");
        bot.stop(PATIENCE);
    }

    @Test
    void answersAThousandMessagesInFiftySpacesOnceAndInOrder() throws Exception {
        Bot bot = started(spaces(50));

        for (int i = 0; i < 20; i++) {
            for (int space = 0; space < 50; space++) {
                server.say(space(space), "Ann", "echo " + i + " in " + space(space));
            }
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> server.received("SEND_MESSAGE").size() >= 1_000);
        // Once the bot has stopped, nothing more can come.
        bot.stop(PATIENCE);

        List<String> answers = answers(1_000);
        assertThat(answers).hasSize(1_000);
        for (int space = 0; space < 50; space++) {
            String id = space(space);
            assertThat(answers.stream().filter(answer -> answer.startsWith(id)))
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> id + " " + i + " in " + id)
                            .toList());
        }
    }

    @Test
    void aHandlerThatBlocksInOneSpaceHoldsUpNoOther() throws Exception {
        Bot bot = started(spaces(2));

        server.say(space(0), "Ann", "block");
        server.say(space(1), "Bob", "echo free");
        assertThat(answers(1)).containsExactly(space(1) + " free");
        gate.countDown();

        assertThat(answers(2)).containsExactly(space(1) + " free", space(0) + " unblocked");
        bot.stop(PATIENCE);
    }

    @Test
    void hostileFramesHarmNeitherTheConnectionNorALane() throws Exception {
        Bot bot = started(spaces(1));
        String message = "42/chat,[\"MESSAGE_SENT\",";
        List<String> hostile = List.of(
                "42/chat,not json",
                "42/chat,{}",
                "42/chat,[]",
                "42/chat,[null,null]",
                message + "null]",
                message + "\"text\"]",
                message + "{}]",
                message + "{\"category\":\"chat\",\"_id\":\"1\",\"content\":{}}]",
                message + "{\"category\":\"chat\",\"_id\":\"1\",\"topicId\":\"" + space(0) + "\"}]",
                message + "{\"category\":\"unheard.of\",\"topicId\":null}]",
                message
                        + "{\"category\":\"task\",\"_id\":null,\"topicId\":[],\"content\":{\"status\":{}},\"sender\":7}]",
                message + "[".repeat(10_000) + "]".repeat(10_000) + "]",
                message + "{\"category\":\"chat\",\"_id\":\"2\",\"topicId\":\"" + space(0)
                        + "\",\"content\":{\"bodyText\":\"" + "x".repeat(1_000_000)
                        + "\"},\"sender\":{\"_id\":\"3\"}}]",
                "42/chat,[\"CHANNEL_SUBSCRIBED\",{}]",
                "42/chat,[\"SEND_MESSAGE_FAILED\",[]]",
                "45/chat,1-[\"MESSAGE_SENT\",{\"_placeholder\":true,\"num\":0}]");

        hostile.forEach(server::raw);
        server.say(space(0), "Ann", "echo unharmed");

        assertThat(answers(1)).containsExactly(space(0) + " unharmed");
        assertThat(server.received("connected")).hasSize(1);
        bot.stop(PATIENCE);
    }

    @Test
    void aSpaceThatIsNotThereIsNamedAndTheOthersWork() throws Exception {
        String missing = "dead00000000000000000001";
        Bot bot = bot(List.of(missing, space(0)));
        bot.start();
        server.await("SUBSCRIBE_CHANNEL", 2);
        Awaitility.await()
                .until(() -> bot.readiness().joined() == 1
                        && bot.readiness().missing().containsValue("topic.not.found: there is no such space"));

        server.say(space(0), "Ann", "echo here");

        assertThat(answers(1)).containsExactly(space(0) + " here");
        assertThat(bot.readiness().missing()).containsOnlyKeys(missing);
        bot.stop(PATIENCE);
    }

    @Test
    void endsWithAReasonWhereTheTokenIsRefused() throws Exception {
        Bot bot = Bot.builder()
                .config(config("refused", List.of(space(0))))
                .handlers(new Echo())
                .build();
        bot.start();

        Bot.End end = bot.awaitEnd();

        assertThat(end.refused()).isTrue();
        assertThat(end.message())
                .startsWith("The service refused the token 5 times in a row, and it cannot be renewed.");
    }

    private Bot started(List<String> spaces) throws InterruptedException {
        Bot bot = bot(spaces);
        bot.start();
        assertThat(bot.awaitReady(PATIENCE)).isTrue();
        return bot;
    }

    private Bot bot(List<String> spaces) {
        return Bot.builder()
                .config(config("token-of-robo", spaces))
                .handlers(new Echo())
                .build();
    }

    private BotConfig config(String token, List<String> spaces) {
        return BotConfig.of("echo", new Auth.Token("jwt", new Secret(token)), server.service())
                .withSpaces(spaces.stream().map(SpaceRef::open).toList())
                .withEventsPerMinute(0);
    }

    private static List<String> spaces(int count) {
        return IntStream.range(0, count).mapToObj(BotIT::space).toList();
    }

    private static String space(int number) {
        return String.format("60aa11bb22cc33dd44ee%04d", number);
    }

    private List<String> answers(int count) {
        List<String> answers = new ArrayList<>();
        for (Received sent : server.await("SEND_MESSAGE", count)) {
            JsonNode payload = sent.payload();
            answers.add(payload.path("topicId").asText() + " "
                    + payload.path("content").path("bodyText").asText());
        }
        return answers;
    }

    private final class Echo {

        @OnMessage("echo {text...}")
        String echo(String text) {
            return text;
        }

        @OnMessage("block")
        String block() throws InterruptedException {
            gate.await();
            return "unblocked";
        }
    }
}
