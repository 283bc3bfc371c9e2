package dev.spacesbot.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.Json;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyJsonTest {

    private static final User ANN = new User("u1", User.Kind.ANONYMOUS, "guest-1", "Ann");

    @ParameterizedTest
    @MethodSource
    void comesBackAsItWas(Reply reply) throws Exception {
        String written = Json.write(ReplyJson.write(reply));

        assertThat(ReplyJson.read(Json.read(written))).isEqualTo(reply);
    }

    @Test
    void refusesWhatWouldBeLost() {
        Reply reply = Reply.text("").attach(Attachable.of("a.txt", "text/plain", 0, InputStream::nullInputStream));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplyJson.write(reply))
                .withMessage(
                        "What is said later may have files that lie on a disk, and small ones in memory: a.txt is neither,"
                                + " and would be lost with this process");
    }

    @Test
    void keepsTheNamesOfWhatWouldBeLost() throws Exception {
        Reply reply = Reply.text("").attach(Attachable.of("a.txt", "text/plain", 0, InputStream::nullInputStream));

        JsonNode written = Json.read(Json.write(ReplyJson.writeAll(reply)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplyJson.read(written))
                .withMessage("its file a.txt came from a stream and was lost with the process that had it");
    }

    static Stream<Reply> comesBackAsItWas() {
        return Stream.of(
                Reply.text("a < b\nc"),
                Reply.text("")
                        .attach(Path.of("/srv/a.pdf"))
                        .attach(Attachable.of("a.txt", "a text"))
                        .attach(new Attachable.InFile("b", "text/plain", Path.of("c"))),
                Reply.markdown("**bold** @Ann").mentioning(ANN).inDirectMessage(),
                Reply.task("Water")
                        .assignedTo(ANN)
                        .due(Instant.parse("2026-03-01T12:00:00Z"))
                        .description("all"),
                Reply.post("News", Reply.html("<b>none</b>")));
    }
}
