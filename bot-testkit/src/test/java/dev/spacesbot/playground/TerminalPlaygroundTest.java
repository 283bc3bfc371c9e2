package dev.spacesbot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.cli.PlayRequest;
import dev.spacesbot.config.ConfigFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalPlaygroundTest {

    @TempDir
    private Path folder;

    @Test
    void showsTitlesAsPeopleWriteThem() throws Exception {
        assertThat(play("/task <b>Water</b> & more")).isEqualTo("""
                In space Lab with seen. Type hello, or /help.
                Ann in Lab> /task <b>Water</b> & more
                seen: (on "<b>Water</b> & more") Seen.
                """);
    }

    @Test
    void saysWhatThereIsInsteadOfAnUnknownCommand() throws Exception {
        assertThat(play("/x y")).isEqualTo("""
                In space Lab with seen. Type hello, or /help.
                Ann in Lab> /x y
                There is no /x.
                What you type is said in the space. Besides that:
                  /as NAME      speak as somebody else
                  /space NAME   go to another space; the bots come along
                  /direct BOT   be alone with a bot
                  /task TITLE   make a task
                  /done         complete the last task of this space
                  /quit         end; so does the end of the input
                Ann is an admin of every space, others are members.
                """);
    }

    @Test
    void goesToABotAloneAndBackToTheGroup() throws Exception {
        assertThat(play("/direct nobody\n/direct seen\n/task Water\n/as Bob\n/task Wine"))
                .isEqualTo("""
                In space Lab with seen. Type hello, or /help.
                Ann in Lab> /direct nobody
                There is no bot nobody.
                Ann in Lab> /direct seen
                Ann with seen> /task Water
                seen: (on "Water") Seen.
                Ann with seen> /as Bob
                Bob in Lab> /task Wine
                seen: (on "Wine") Seen.
                """);
    }

    private String play(String typed) throws Exception {
        Path file = Files.writeString(
                folder.resolve("seen.yaml"), "name: seen\nhandlers: [dev.spacesbot.playground.comments]\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new TerminalPlayground()
                .play(new PlayRequest(
                        List.of(ConfigFile.open(file, Map.of())),
                        builder -> {},
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        false,
                        new PlayRequest.Page(0, false)));
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n")
                .replaceFirst("(In the browser|There is no page).*\n", "");
    }
}
