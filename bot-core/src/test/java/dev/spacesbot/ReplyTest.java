package dev.spacesbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.spacesbot.event.User;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final User ANN = new User("u1", User.Kind.USER, "ann@example.org", "Ann");
    private static final User ANN_LEE = new User("u2", User.Kind.ANONYMOUS, "guest-2", "Ann Lee");
    private static final User NAMELESS = new User("", User.Kind.OTHER, "", "");

    @Test
    void readsAsItIsWritten() {
        Reply reply = Reply.markdown("**Done**, @Ann").mentioning(ANN);

        assertThat(reply.html())
                .isEqualTo(
                        "<p><strong>Done</strong>, <mention id=\"u1\" type=\"user\" value=\"Ann\">@Ann</mention></p>");
        assertThat(reply).isEqualTo(Reply.markdown("**Done**, @Ann").mentioning(List.of(ANN, ANN)));
    }

    @Test
    void mentionsInEveryKindOfText() {
        String ann = "<mention id=\"u1\" type=\"user\" value=\"Ann\">@Ann</mention>";

        assertThat(Reply.text("<@Ann>\n@Ann").mentioning(ANN).html()).isEqualTo("&lt;" + ann + "&gt;<br>" + ann);
        assertThat(Reply.html("<b>@Ann</b>").mentioning(ANN).html()).isEqualTo("<b>" + ann + "</b>");
        assertThat(Reply.task("Water").description("for @Ann").mentioning(ANN).html())
                .isEqualTo("for " + ann);
        assertThat(Reply.post("News", "all").mentioning(ANN).html()).isEqualTo(ann + " all");
        assertThat(Reply.text("").mentioning(ANN).isBlank()).isFalse();
    }

    @Test
    void aMentionThatSomebodyElseWroteIsOnlyText() {
        assertThat(Reply.html("<mention id=\"u9\">@all</mention>").html()).isEqualTo("@all");
    }

    @Test
    void tellsForWhomATaskIsAndUntilWhen() {
        Reply task = Reply.task("Water the plants")
                .assignedTo(ANN, ANN_LEE)
                .due(LocalDate.of(2026, 3, 1))
                .description(Reply.markdown("**all** of them"));

        assertThat(task.assignment())
                .isEqualTo(new Reply.Assignment(List.of("u1", "u2"), Instant.parse("2026-03-01T12:00:00Z")));
        assertThat(task.html()).isEqualTo("<p><strong>all</strong> of them</p>");
        assertThat(task.assignedTo(List.of(ANN)).assignment().assignees()).containsExactly("u1");
    }

    @Test
    void carriesFiles() {
        Attachable report = Attachable.file(Path.of("reports", "March.PDF"));
        Attachable table = Attachable.of("t.csv", new byte[0]);

        Reply reply = Reply.text("").attach(Path.of("reports", "March.PDF")).attach(table);

        assertThat(reply.isBlank()).isFalse();
        assertThat(reply.extras().attachments()).containsExactly(report, table);
        assertThat(report.name() + " " + report.mimeType()).isEqualTo("March.PDF application/pdf");
        assertThat(Attachable.of("x.unheard-of", new byte[0]).mimeType()).isEqualTo("application/octet-stream");
        assertThat(reply.inDirectMessage().mentioning(ANN).extras().attachments())
                .hasSize(2);
    }

    @Test
    void refusesFilesThatNobodyCouldSend() {
        refuses(() -> Attachable.of(" ", new byte[0]), "A file needs a name of characters that can be seen");
        refuses(() -> Attachable.of("a\nb", new byte[0]), "A file needs a name of characters that can be seen");
        refuses(
                () -> Attachable.of("a", "text/plain\r\nX: y", 1, () -> InputStream.nullInputStream()),
                "The type of file a must be like text/plain: text/plain\r\nX: y");
        refuses(
                () -> Attachable.of("a", "text/plain", -1, () -> InputStream.nullInputStream()),
                "File a cannot have -1 bytes");
        assertThat(Attachable.of("a", "text/plain; charset=UTF-8", 0, InputStream::nullInputStream)
                        .mimeType())
                .isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void saysWhatToDoInsteadOfWhatMakesNoSense() {
        refuses(
                () -> Reply.text("hello").due(Instant.EPOCH),
                "Only a task has assignees and a due date: begin with Reply.task");
        refuses(
                () -> Reply.post("News", "").assignedTo("u1"),
                "Only a task has assignees and a due date: begin with Reply.task");
        refuses(
                () -> Reply.text("hello").description("more"),
                "A message has no description: put everything into its text, or begin with Reply.task or Reply.post");
        refuses(
                () -> Reply.task("Water").description(Reply.text("@Ann").mentioning(ANN)),
                "A description is a text alone: call mentioning and attach on the task itself, and give Reply.text,"
                        + " html or markdown here");
        refuses(
                () -> Reply.task("Water").inDirectMessage(),
                "A direct space takes messages alone, no tasks and no posts: send those to the space, and a message in"
                        + " direct");
        refuses(() -> Reply.task("Water").assignedTo(NAMELESS), "An assignee needs an id: take it from User.id()");
        refuses(() -> Reply.text("hello").mentioning(NAMELESS), "Nobody without an id can be mentioned");
    }

    private static void refuses(Runnable call, String words) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(words);
    }
}
