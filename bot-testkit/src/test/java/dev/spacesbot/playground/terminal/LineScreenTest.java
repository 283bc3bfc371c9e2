package dev.spacesbot.playground.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.playground.terminal.Completion.Choices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineScreenTest {

    private static final Choices CHOICES = new Choices(
            Map.of("/as", List.of("Ann", "Ann Lee", "Bob"), "/quit", List.of()),
            List.of("Ann Lee", "Bob"),
            List.of("deploy", "todo list"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String UP = "\u001bOA";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final LineScreen screen;

    LineScreenTest() throws IOException {
        ExternalTerminal terminal = new ExternalTerminal(
                "test", "xterm-256color", new PipedInputStream(keys), shown, StandardCharsets.UTF_8);
        screen = new LineScreen(terminal, new Completion(() -> CHOICES), true);
    }

    @AfterEach
    void close() throws IOException {
        keys.close();
        screen.close();
    }

    @Test
    void readsWhatIsTypedAsItStands() throws IOException {
        type("say \"hi\" \\o/ !! 'x\r");

        assertThat(screen.read("> ")).isEqualTo("say \"hi\" \\o/ !! 'x");
    }

    @Test
    void remembersTheLinesBefore() throws IOException {
        type("one\rtwo\r" + UP + UP + "!\r");

        assertThat(screen.read("> ")).isEqualTo("one");
        assertThat(screen.read("> ")).isEqualTo("two");
        assertThat(screen.read("> ")).isEqualTo("one!");
    }

    @Test
    void completesCommandsNamesAndTheBotsWords() throws IOException {
        type("/q\t\r" + "/as b\t\r" + "hello @ann\tand @B\t\r" + "tod\tx\r" + "say tod\t\r");

        assertThat(screen.read("> ")).isEqualTo("/quit ");
        assertThat(screen.read("> ")).isEqualTo("/as Bob ");
        assertThat(screen.read("> ")).isEqualTo("hello @Ann Lee and @Bob ");
        assertThat(screen.read("> ")).isEqualTo("todo list x");
        assertThat(screen.read("> ")).startsWith("say tod");
    }

    @Test
    void interruptingClearsTheLineAndEndsWhereItIsEmpty() throws IOException {
        CompletableFuture<String> line = reads("one> ");
        type("nonsense");
        await().until(() -> output().contains("nonsense"));
        type(CTRL_C);
        await().until(() -> output().split("one> ", -1).length > 2);
        type("hello\r");

        assertThat(line).succeedsWithin(PATIENCE).isEqualTo("hello");

        CompletableFuture<String> end = reads("two> ");
        type(CTRL_C);

        assertThat(end).succeedsWithin(PATIENCE).isNull();
    }

    @Test
    void theEndOfTheInputEnds() throws IOException {
        CompletableFuture<String> end = reads("one> ");
        type(CTRL_D);

        assertThat(end).succeedsWithin(PATIENCE).isNull();
    }

    @Test
    void showsWhoSpeaksInColourAndNothingThatSteersTheTerminal() {
        screen.show("bot", "hi \u001b[2J\u0007\nthere \u202egnp.exe");

        assertThat(output())
                .contains("\u001b[36;1mbot:\u001b[0m hi \ufffd[2J\ufffd")
                .contains("there \ufffdgnp.exe");
    }

    @Test
    void doesWithoutColours() throws IOException {
        ExternalTerminal terminal =
                new ExternalTerminal("plain", "xterm-256color", new PipedInputStream(), shown, StandardCharsets.UTF_8);
        try (LineScreen plain = new LineScreen(terminal, new Completion(() -> CHOICES), false)) {
            plain.show("bot", "hi");
            plain.show("(no handler took that)");
        }

        assertThat(output())
                .contains("bot: hi")
                .contains("(no handler took that)")
                .doesNotContain("1m");
    }

    /** Keys that interrupt count once somebody reads. */
    private CompletableFuture<String> reads(String prompt) {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> screen.read(prompt));
        await().until(() -> output().contains(prompt));
        return line;
    }

    private String output() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }
}
