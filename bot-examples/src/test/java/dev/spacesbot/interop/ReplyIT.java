package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Attachable;
import dev.spacesbot.Bot;
import dev.spacesbot.Reply;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.Secret;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.interop.RealServer.Received;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What replies look like on the wire of a server that nobody here wrote: mentions, direct messages, files, tasks. */
class ReplyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SPACE = "60aa11bb22cc33dd44ee5501";

    private final RealServer server = RealServer.start();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aFileIsUploadedBeforeItsMessageAndHoldsItsPlace() throws Exception {
        Bot bot = started("token-of-robo");

        server.say(SPACE, "Ann", "report");
        List<Received> sent = server.await("SEND_MESSAGE", 3);
        bot.stop(PATIENCE);

        Received stored = server.received("stored").get(0);
        String key = stored.payload().path("key").asText();
        assertThat(stored.payload())
                .hasToString("{\"key\":\"" + key + "\",\"type\":\"text/csv\",\"length\":9,\"sha256\":\""
                        + sha256("ä;b\n1;2\n".getBytes(StandardCharsets.UTF_8)) + "\"}");
        assertThat(sent).extracting(ReplyIT::text).containsExactly("before", "The figures", "after");
        assertThat(stored.seq()).isBetween(sent.get(0).seq(), sent.get(1).seq());
        assertThat(sent.get(1).payload().path("content").path("data"))
                .hasToString(
                        "[{\"fileId\":\"" + key + "\",\"fileSize\":9,\"fileType\":\"document\",\"name\":\"märz.csv\","
                                + "\"provider\":\"native\",\"providerFileType\":\"text/csv\"}]");
    }

    @Test
    void aLargeFileIsStreamed() throws Exception {
        long size = 64L << 20;
        Bot bot = started("token-of-robo");

        String id = bot.spaces()
                .send(
                        SPACE,
                        Reply.text("")
                                .attach(Attachable.of(
                                        "zeros.bin", "application/octet-stream", size, () -> zeros(size))))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        bot.stop(PATIENCE);

        assertThat(id).hasSize(24);
        JsonNode stored = server.received("stored").get(0).payload();
        assertThat(stored.path("length").asLong()).isEqualTo(size);
        assertThat(stored.path("sha256").asText()).isEqualTo(sha256(zeros(size)));
    }

    @Test
    void whoMayNotUploadSendsNothingHalf() throws Exception {
        Bot bot = started("token-of-visitor");
        Reply reply = Reply.text("The figures").attach(Attachable.of("a.csv", new byte[3]));

        CompletableFuture<String> sent = bot.spaces().send(SPACE, reply).toCompletableFuture();
        bot.spaces().send(SPACE, "next");

        List<Received> messages = server.await("SEND_MESSAGE", 1);
        bot.stop(PATIENCE);
        assertThat(messages).extracting(ReplyIT::text).containsExactly("next");
        assertThat(server.received("stored")).isEmpty();
        assertThatThrownBy(sent::join)
                .hasRootCauseMessage("POST " + server.address("/api/files/getuploadurl")
                        + ": answered 403 (upload.forbidden, guests may not upload). This account may not upload files:"
                        + " guests perhaps never may, so use a registered one.");
    }

    @Test
    void aMentionIsAnElementOfTheTextAndAnObjectBesideIt() throws Exception {
        Bot bot = started("token-of-robo");

        server.say(SPACE, "Ann", "hello");
        JsonNode sent = server.await("SEND_MESSAGE", 1).get(0).payload();
        String id = sent.path("mentions").path(0).path("id").asText();
        bot.stop(PATIENCE);

        assertThat(id).hasSize(24);
        assertThat(sent.path("content").path("bodyText").asText())
                .isEqualTo("Hello, <mention id=\"" + id + "\" type=\"user\" value=\"Ann\">@Ann</mention>!");
        assertThat(sent.path("mentions")).hasToString("[{\"id\":\"" + id + "\",\"type\":\"user\",\"title\":\"Ann\"}]");
    }

    @Test
    void aDirectAnswerGoesToTheSpaceOfTheTwo() throws Exception {
        Bot bot = started("token-of-robo");

        server.say(SPACE, "Ann", "secret");
        server.say(SPACE, "Ann", "secret");
        List<Received> sent = server.await("SEND_MESSAGE", 4);
        bot.stop(PATIENCE);

        List<String> asked = server.received("rest").stream()
                .map(one -> one.payload().path("route").asText())
                .filter(route -> route.contains("/direct/"))
                .toList();
        assertThat(asked).singleElement().asString().startsWith("GET /api/spaces/direct/user/");
        String direct = sent.get(0).payload().path("topicId").asText();
        assertThat(direct).hasSize(24).isNotEqualTo(SPACE);
        assertThat(sent).extracting(ReplyIT::text).containsExactly("one", "two", "one", "two");
        assertThat(sent).allMatch(one -> one.payload().path("topicId").asText().equals(direct));
    }

    @Test
    void aTaskHasAssigneesADueDateAndADescription() throws Exception {
        Bot bot = started("token-of-robo");

        server.say(SPACE, "Ann", "task");
        JsonNode sent = server.await("SEND_MESSAGE", 1).get(0).payload();
        bot.stop(PATIENCE);

        assertThat(sent.path("category").asText()).isEqualTo("task");
        assertThat(sent.path("content"))
                .hasToString(
                        "{\"bodyText\":\"Water\",\"description\":\"<p><strong>all</strong></p>\",\"status\":\"pending\","
                                + "\"assignees\":[{\"_id\":\"u1\"}],\"dueDate\":\"2026-03-01T12:00:00Z\",\"data\":[]}");
    }

    private Bot started(String token) throws InterruptedException {
        Bot bot = Bot.builder()
                .config(BotConfig.of("clerk", new Auth.Token("jwt", new Secret(token)), server.service())
                        .withSpaces(List.of(SpaceRef.open(SPACE)))
                        .withEventsPerMinute(0))
                .handlers(new Clerk())
                .build();
        bot.start();
        assertThat(bot.awaitReady(PATIENCE)).isTrue();
        return bot;
    }

    private static String text(Received sent) {
        return sent.payload().path("content").path("bodyText").asText();
    }

    private static InputStream zeros(long size) {
        return new InputStream() {

            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = (int) Math.min(left, length);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String sha256(InputStream content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        for (int count = content.read(buffer); count > 0; count = content.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static final class Clerk {

        @OnMessage("report")
        List<Reply> report() {
            return List.of(
                    Reply.text("before"),
                    Reply.text("The figures")
                            .attach(Attachable.of("märz.csv", "ä;b\n1;2\n".getBytes(StandardCharsets.UTF_8))),
                    Reply.text("after"));
        }

        @OnMessage("hello")
        Reply hello(User sender) {
            return Reply.text("Hello, @" + sender.displayName() + "!").mentioning(sender);
        }

        @OnMessage("secret")
        List<Reply> secret() {
            return List.of(
                    Reply.text("one").inDirectMessage(), Reply.text("two").inDirectMessage());
        }

        @OnMessage("task")
        Reply task() {
            return Reply.task("Water")
                    .assignedTo("u1")
                    .due(Instant.parse("2026-03-01T12:00:00Z"))
                    .description(Reply.markdown("**all**"));
        }
    }
}
