package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.emulator.Limits;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Task;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.transport.TransportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BotTest(AttachmentsTest.Clerk.class)
class AttachmentsTest {

    @TempDir
    private Path folder;

    @Test
    void sendsAFileWithItsNameTypeAndSize(TestBot bot, TestSpace lab) throws Exception {
        Path file = Files.writeString(folder.resolve("märz & more.csv"), "a;b\n1;2\n");

        bot.spaces().send(lab.id(), Reply.text("The figures").attach(file));
        bot.settle();

        TestMessage sent = lab.expect("The figures");
        Attachment attachment = sent.event(Message.class).attachments().get(0);
        assertThat(attachment)
                .isEqualTo(new Attachment(
                        attachment.fileId(), "märz & more.csv", "text/csv", 8, "memory:/files/" + attachment.fileId()));
        assertThat(sent.expectAttachment("märz & more.csv").text()).isEqualTo("a;b\n1;2\n");
        assertThat(bot.emulator().message(sent.id()).path("content").path("data"))
                .hasToString("[{\"fileId\":\"" + attachment.fileId()
                        + "\",\"fileSize\":8,\"fileType\":\"document\",\"name\":\"märz & more.csv\",\"provider\":\"native\","
                        + "\"providerFileType\":\"text/csv\",\"path\":\"" + attachment.url() + "\"}]");
    }

    @Test
    void aFileHoldsThePlaceOfItsReply(TestSpace lab) {
        lab.user("Ann").says("files");

        lab.expect("before");
        assertThat(lab.expectAttachment("one.txt").text()).isEqualTo("1");
        assertThat(lab.expectTask("Read").expectAttachment("two.png").mimeType())
                .isEqualTo("image/png");
        assertThat(lab.expectPost("News").expectAttachment("three").bytes()).containsExactly(3);
        lab.expect("after");
        lab.expectNothing();
    }

    @Test
    void theFilesOfALongTextComeWithItsLastPart(TestBot bot, TestSpace lab) {
        Reply reply = Reply.text("word ".repeat(7_000)).attach(Attachable.of("a.txt", bytes("a")));

        bot.spaces().send(lab.id(), reply.attach(Attachable.of("b.txt", bytes("b"))));
        bot.settle();

        assertThat(lab.replies())
                .hasSize(3)
                .extracting(message ->
                        message.attachments().stream().map(Attachment::name).toList())
                .containsExactly(List.of(), List.of(), List.of("a.txt", "b.txt"));
    }

    @Test
    void triesAgainWhereTheStorageHasABadMoment(TestBot bot, TestSpace lab, TestClock clock) {
        bot.faults().failUploads(3, 503);

        lab.user("Ann").says("files");
        lab.expect("before");
        lab.expectNothing();
        clock.advance(Duration.ofMinutes(2));

        lab.expectAttachment("one.txt");
        lab.expectTask("Read");
        lab.expectPost("News");
        lab.expect("after");
    }

    @Test
    void sendsNothingOfAReplyWhoseFileDoesNotArrive(TestBot bot, TestSpace lab) {
        bot.faults().refuseUploads();

        CompletionStage<String> sent = bot.spaces()
                .send(lab.id(), Reply.text("word ".repeat(5_000)).attach(Attachable.of("a.txt", bytes("a"))));
        bot.spaces().send(lab.id(), "next");
        bot.settle();

        assertThat(failure(sent))
                .isEqualTo(
                        "File a.txt was not sent: The service declined (403): Uploads are refused, as a test has asked.");
        lab.expect("next");
        lab.expectNothing();
    }

    @Test
    void tellsTheSpaceAndTheTestThatAnAnswerIsMissing(TestBot bot, TestSpace lab) {
        bot.faults().refuseUploads();

        lab.user("Ann").says("file");

        assertThat(lab.lastReply().text()).matches("Sorry, something went wrong here \\(reference [2-9A-Z]{6}\\)\\.");
        assertThat(bot.expectFailure(TransportException.class))
                .hasMessageStartingWith("File one.txt was not sent: The service declined (403)");
    }

    @Test
    void looksAtFilesBeforeAnythingIsSent(TestBot bot, TestSpace lab) throws Exception {
        Path missing = folder.resolve("gone.txt");
        AtomicInteger opened = new AtomicInteger();
        Attachable large = Attachable.of("large.bin", "application/octet-stream", (1L << 30) + 1, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes(""));
        });

        assertThat(failure(bot.spaces().send(lab.id(), Reply.text("x").attach(missing))))
                .isEqualTo("File gone.txt was not sent: there is no " + missing);
        assertThat(failure(bot.spaces().send(lab.id(), Reply.text("x").attach(folder))))
                .isEqualTo("File " + folder.getFileName() + " was not sent: " + folder
                        + " is a folder, or no ordinary file");
        assertThat(failure(bot.spaces().send(lab.id(), Reply.text("x").attach(large))))
                .isEqualTo("File large.bin was not sent: it has 1073741825 bytes, and the service takes at most"
                        + " 1073741824");
        bot.settle();
        lab.expectNothing();
        assertThat(opened).hasValue(0);
    }

    @Test
    void aFileThatIsNotWhatItWasIsNotSent(TestBot bot, TestSpace lab) {
        AtomicInteger opened = new AtomicInteger();
        Attachable shrunk = Attachable.of("log.txt", "text/plain", 10, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes("123"));
        });
        Attachable grown = Attachable.of("log.txt", "text/plain", 2, () -> new ByteArrayInputStream(bytes("123")));
        Attachable vanished = Attachable.of("log.txt", "text/plain", 2, () -> {
            throw new IOException("no such file");
        });

        assertThat(sending(bot, lab, shrunk))
                .isEqualTo("File log.txt was not sent: it has 3 bytes instead of the 10 that it had before");
        assertThat(sending(bot, lab, grown))
                .isEqualTo("File log.txt was not sent: it has more than the 2 bytes that it had before");
        assertThat(sending(bot, lab, vanished))
                .isEqualTo("File log.txt was not sent: it cannot be opened (java.io.IOException: no such file)");
        lab.expectNothing();
        assertThat(opened).hasValue(1);
    }

    @Test
    void takesItsTimeOverManyFiles(TestBot bot, TestSpace lab, TestClock clock) {
        for (int i = 0; i < 31; i++) {
            bot.spaces().send(lab.id(), Reply.text("").attach(Attachable.of(i + ".txt", bytes("x"))));
        }
        bot.settle();
        assertThat(lab.replies()).hasSize(30);

        clock.advance(Duration.ofSeconds(61));

        lab.expectAttachment("30.txt");
    }

    @Test
    void keepsTheLimitsOfTheService() {
        try (TestBot bot = TestBot.builder()
                .handlers(new Clerk())
                .limits(Limits.documented().withUploadBytes(2))
                .build()) {
            TestSpace lab = bot.space("Lab");

            assertThat(sending(bot, lab, Attachable.of("a.txt", bytes("abc"))))
                    .isEqualTo("File a.txt was not sent: The service declined (413): A file may have 2 bytes.");
        }
    }

    @Test
    void peopleAttachFilesToo(TestSpace lab) {
        TestUser ann = lab.user("Ann");

        ann.attaches("a.csv", bytes("1;2"));
        lab.expect("a.csv text/csv 3");
        ann.attaches("b", bytes(""), "look");

        lab.expect("b application/octet-stream 0");
    }

    @Test
    void saysWhatIsMissing(TestSpace lab) {
        lab.user("Ann").says("files");

        assertThatThrownBy(() -> lab.expectAttachment("one.txt"))
                .hasMessage("Expected the file \"one.txt\" in \"lab\", but the bot said \"before\"");
        assertThatThrownBy(() -> lab.expect("one")).hasMessageEndingWith("but the bot said \"\" with one.txt");
        assertThatThrownBy(() -> lab.expectTask("Read").expectAttachment("x"))
                .hasMessage("Expected the file \"x\", but there is two.png");
        assertThatThrownBy(() -> lab.expectPost("News").event(Task.class))
                .hasMessage("Expected a Task, but this is the post \"News\" with three");
    }

    private static String sending(TestBot bot, TestSpace lab, Attachable file) {
        CompletionStage<String> sent =
                bot.spaces().send(lab.id(), Reply.text("x").attach(file));
        bot.settle();
        return failure(sent);
    }

    private static String failure(CompletionStage<String> sent) {
        CompletableFuture<String> future = sent.toCompletableFuture();
        assertThatThrownBy(future::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TransportException.class);
        return future.handle((id, error) -> String.valueOf(cause(error).getMessage()))
                .join();
    }

    private static Throwable cause(Throwable error) {
        return error.getCause() == null || error instanceof TransportException ? error : error.getCause();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static final class Clerk {

        @OnMessage("files")
        List<Object> files() {
            return List.of(
                    "before",
                    Reply.text("").attach(Attachable.of("one.txt", bytes("1"))),
                    Reply.task("Read").attach(Attachable.of("two.png", bytes("2"))),
                    Reply.post("News", "text").attach(Attachable.of("three", new byte[] {3})),
                    "after");
        }

        @OnMessage("file")
        Reply file() {
            return Reply.text("Here").attach(Attachable.of("one.txt", bytes("1")));
        }

        @OnMessage
        String seen(Message message) {
            Attachment file = message.attachments().get(0);
            return file.name() + " " + file.mimeType() + " " + file.size();
        }
    }
}
