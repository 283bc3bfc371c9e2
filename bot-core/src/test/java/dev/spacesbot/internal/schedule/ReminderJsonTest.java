package dev.spacesbot.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.User;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderJsonTest {

    private static final User ANN = new User("ann", User.Kind.ANONYMOUS, "ann@example.org", "Ann \"A\" Lee");

    private static Reminder reminder(@Nullable User user, Reply reply) {
        return new Reminder("1", Stage.LAB, user, reply, "", NullNode.instance);
    }

    private static void comesBack(Reminder reminder) {
        assertThat(ReminderJson.read(ReminderJson.write(reminder))).isEqualTo(reminder);
    }

    @Test
    void bringsBackEveryKindOfReply() {
        comesBack(reminder(ANN, Reply.text("<b> & \u2028 ü")));
        comesBack(reminder(null, Reply.html("<b>bold</b> &amp; <a href=\"https://example.org\">link</a>")));
        comesBack(reminder(ANN, Reply.markdown("**bold**, @Ann").mentioning(ANN)));
        comesBack(reminder(ANN, Reply.text("psst").inDirectMessage()));
        comesBack(reminder(
                ANN,
                Reply.task("Water the plants")
                        .assignedTo("ann", "bob")
                        .due(Instant.parse("2026-03-01T12:00:00Z"))
                        .description("twice")));
        comesBack(reminder(ANN, Reply.post("News", Reply.html("<i>none</i>"))));
        comesBack(reminder(
                ANN,
                Reply.text("see")
                        .attach(Attachable.file(Path.of("plans", "plan.pdf").toAbsolutePath()))));
    }

    @Test
    void bringsBackNamesAndValues() {
        comesBack(new Reminder("1", Stage.LAB, ANN, null, "nag", JsonNodeFactory.instance.numberNode(3)));
        comesBack(new Reminder(
                "1",
                Stage.LAB,
                null,
                null,
                "nag",
                JsonNodeFactory.instance.objectNode().put("a", "b")));
        comesBack(new Reminder("1", Stage.LAB, null, null, "nag", NullNode.instance));
    }

    @Test
    void isWrittenWithAVersion() {
        assertThat(ReminderJson.write(reminder(null, Reply.text("hello"))))
                .isEqualTo("{\"version\":1,\"id\":\"1\","
                        + "\"space\":{\"id\":\"lab\",\"title\":\"Lab\",\"kind\":\"GROUP\"},"
                        + "\"reply\":{\"kind\":\"CHAT\",\"title\":\"\","
                        + "\"text\":{\"format\":\"TEXT\",\"source\":\"hello\"},"
                        + "\"assignment\":{\"assignees\":[]},"
                        + "\"extras\":{\"direct\":false,\"mentioned\":[],\"files\":[]}}}");
    }

    @Test
    void saysWhichFileCannotBeKept() {
        Reply reply = Reply.text("see").attach(Attachable.of("a.txt", new byte[300_000]));

        assertThatThrownBy(() -> ReminderJson.write(reminder(ANN, reply)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("What is said later may have files that lie on a disk, and small ones in memory: a.txt"
                        + " is neither, and would be lost with this process");
    }

    @Test
    void readsNothingThatANewerProgramWrote() {
        assertThatThrownBy(() -> ReminderJson.read("{\"version\":2,\"id\":\"1\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its version is 2, and this program reads 1; was it written by a newer one?");
        assertThatThrownBy(() -> ReminderJson.read("{\"version\":1,\"id\":\"1\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
