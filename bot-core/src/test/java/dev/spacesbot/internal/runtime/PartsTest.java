package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.internal.wire.PayloadWriter;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @Test
    void leavesAShortTextAlone() {
        assertThat(parts(Reply.text("a < b\n\nc"))).containsExactly("a &lt; b<br><br>c");
    }

    @Test
    void cutsAtAParagraph() {
        String first = "One. ".repeat(2_500).strip();
        String second = "Two. ".repeat(2_500).strip();

        assertThat(parts(Reply.text(first + "\n\n" + second))).containsExactly(first, second);
    }

    @Test
    void cutsAtASentenceWhereThereIsNoParagraph() {
        List<String> parts = parts(Reply.text("Some words here. ".repeat(2_000)));

        assertThat(parts).hasSizeGreaterThan(2).allMatch(part -> part.endsWith("here."));
    }

    @Test
    void cutsAtAWordWhereThereIsNoSentence() {
        List<String> parts = parts(Reply.text("word ".repeat(10_000)));

        assertThat(String.join(" ", parts)).isEqualTo("word ".repeat(10_000).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\ud83d\ude00", "<", "\"", "<\"", "'&", "x\u00a0&", "\\", "\u0001", "é<", "\ud800"})
    void cutsAWordThatIsTooLongByItself(String piece) {
        String word = piece.repeat(100_000 / piece.length());

        List<String> parts = parts(Reply.text(word));

        assertThat(parts.size()).isGreaterThan(1);
        assertThat(longest(parts)).isLessThan(16 * 1024 - 512);
        assertThat(parts.stream()
                        .map(Markup::plainText)
                        .collect(Collectors.joining())
                        .length())
                .isEqualTo(Markup.plainText(Markup.escape(word)).length());
    }

    @Test
    void neverCutsAPairOfSurrogates() {
        List<String> parts = parts(Reply.text("x" + "\ud83d\ude00".repeat(20_000)));

        assertThat(parts).noneMatch(part -> Character.isLowSurrogate(part.charAt(0)));
    }

    @Test
    void makesNothingOfNewlines() {
        assertThat(parts(Reply.text("\n".repeat(50_000)))).isEmpty();
    }

    @Test
    void cutsHtmlBetweenItsElements() {
        String paragraph = "<p>" + "a".repeat(6_000) + "</p>";

        assertThat(parts(Reply.html(paragraph.repeat(4)))).containsExactly(paragraph.repeat(2), paragraph.repeat(2));
    }

    @Test
    void keepsTheOrderAroundAnElementThatIsTooLong() {
        List<String> parts = parts(Reply.html("<b>first</b><p>" + "word ".repeat(4_000) + "</p><i>last</i>"));

        assertThat(parts).first().isEqualTo("<b>first</b>");
        assertThat(parts).last().isEqualTo("<i>last</i>");
        assertThat(longest(parts)).isLessThan(16 * 1024 - 512);
    }

    @Test
    void refusesATaskThatIsTooLong() {
        Reply task = Reply.task("Read").description("x".repeat(20_000));

        assertThatThrownBy(() -> Parts.of(task))
                .isInstanceOf(TransportException.class)
                .hasMessage("A task or post is too long: title and description may take 15360 bytes; put the rest into"
                        + " messages");
    }

    @Test
    void countsThatMentionsAreToldOnceMoreBesideTheText() {
        List<User> people = IntStream.range(0, 500)
                .mapToObj(i -> new User("60aa11bb22cc33dd44ee" + (1000 + i), User.Kind.USER, "", "Person " + i))
                .toList();
        Reply reply = Reply.text("word ".repeat(6_000)).mentioning(people);

        List<Outgoing> parts = Parts.of(reply).stream()
                .map(content -> new Outgoing("60aa11bb22cc33dd44ee5501", Outgoing.Category.CHAT, content, null, "0-1"))
                .toList();

        assertThat(parts.size()).isGreaterThan(5);
        assertThat(parts).allMatch(part -> bytesOnTheWire(part) < 16 * 1024);
        assertThat(parts.stream().mapToInt(part -> mentions(part).size()).sum()).isEqualTo(500);
    }

    @Test
    void leavesRoomForFilesInTheLastPart() {
        Reply reply = Reply.text("word ".repeat(6_000));
        for (int i = 0; i < 20; i++) {
            reply = reply.attach(Attachable.of("picture " + i + ".png", new byte[0]));
        }
        List<Attachment> files = reply.extras().attachments().stream()
                .map(file -> new Attachment("f".repeat(100), file.name(), file.mimeType(), 1L << 30, ""))
                .toList();

        List<Outgoing.Content> parts = Parts.of(reply);

        assertThat(parts).hasSizeGreaterThan(2);
        Outgoing last = new Outgoing("s".repeat(24), Outgoing.Category.CHAT, parts.get(0), "p".repeat(24), "0-1");
        assertThat(bytesOnTheWire(last.with(files))).isLessThan(16 * 1024);
    }

    @Test
    void sendsAFileAlsoWhereTheTextHasNothingToRead() {
        Reply reply = Reply.text("\n".repeat(50_000)).attach(Attachable.of("a", new byte[0]));

        assertThat(parts(reply)).containsExactly("");
    }

    @Test
    void refusesMoreFilesThanAMessageCanHold() {
        Reply reply = Reply.text("");
        for (int i = 0; i < 30; i++) {
            reply = reply.attach(Attachable.of(i + ".png", new byte[0]));
        }
        Reply many = reply;

        assertThatThrownBy(() -> Parts.of(many))
                .isInstanceOf(TransportException.class)
                .hasMessage("30 files are too many for one message: send them in several");
    }

    private static int bytesOnTheWire(Outgoing outgoing) {
        return Json.write(PayloadWriter.sendMessage(outgoing)).getBytes(StandardCharsets.UTF_8).length;
    }

    private static JsonNode mentions(Outgoing outgoing) {
        return PayloadWriter.sendMessage(outgoing).path("mentions");
    }

    @Test
    void cutsAMegabyteQuickly() {
        Reply words = Reply.text("word ".repeat(200_000));
        Reply elements = Reply.html("<b>x</b>".repeat(60_000));

        List<String> parts = assertTimeout(Duration.ofSeconds(5), () -> {
            parts(elements);
            return parts(words);
        });

        assertThat(parts.size()).isEqualTo(66);
    }

    private static List<String> parts(Reply reply) {
        return Parts.of(reply).stream().map(Outgoing.Content::bodyText).toList();
    }

    private static int longest(List<String> parts) {
        return parts.stream().mapToInt(PartsTest::jsonBytes).max().orElse(0);
    }

    private static int jsonBytes(String text) {
        return Json.write(Json.object().put("t", text)).getBytes(StandardCharsets.UTF_8).length;
    }
}
