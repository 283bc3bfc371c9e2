package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a conversation on the page to a test, and back. */
class PlaygroundTranscriptIT {

    @RegisterExtension
    static final Browsing BROWSING = Browsing.of("greeter");

    @TempDir
    private Path folder;

    @Test
    void savedConversationPassesAsATest() throws Throwable {
        Visit ann = BROWSING.visit();
        ann.newSpace("Recorded");
        ann.says("hello").sees("Hello, Ann!");
        ann.addPerson("Bob");
        ann.says("hello Ann and Cleo").sees("Hello, Ann and Cleo!");
        ann.button("Transcript").click();

        Download saved = ann.page()
                .waitForDownload(() -> ann.button("Save the transcript").click());

        assertThat(saved.suggestedFilename()).isEqualTo("recorded.txt");
        saved.saveAs(folder.resolve("conversations/recorded.txt"));
        assertThat(Files.readString(folder.resolve("conversations/recorded.txt")))
                .contains("Ann: hello", "Hello, Ann!", "Bob: hello Ann and Cleo");
        for (DynamicTest test : tests()) {
            test.getExecutable().execute();
        }
    }

    private List<DynamicTest> tests() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader files = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(files);
            return Transcripts.in("conversations")
                    .with(() -> TestBot.builder()
                            .packages("dev.spacesbot.examples.greeter")
                            .build())
                    .toList();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void transcriptIsReplayedStepByStep() {
        Visit ann = BROWSING.visit();
        open(ann, """
                Ann: hello
                bot: Hello, Ann!

                Bob: where am I
                bot: On the moon.
                """);
        assertThat(replay(ann)).containsText("step 0 of 4");

        ann.button("Next step").click();
        ann.button("Next step").click();
        assertThat(replay(ann)).containsText("step 2 of 4");
        ann.sees("Hello, Ann!");
        ann.button("To the end").click();

        assertThat(replay(ann)).containsText("differs");
        assertThat(replay(ann).locator(".step.bad")).containsText("On the moon.");
        ann.shows("replay");
    }

    @Test
    void stepsThatAreAskedForDuringAnotherAreTakenAfterIt() {
        Visit ann = BROWSING.visit();
        open(ann, """
                Ann: hello
                bot: Hello, Ann!
                Ann: hello again and again
                """);
        List<Route> held = new ArrayList<>();
        ann.page().route("**/next", held::add);

        ann.button("Next step").click();
        ann.page().waitForCondition(() -> !held.isEmpty());
        ann.button("Next step").click();
        assertThat(replay(ann)).containsText("step 0 of 3");
        ann.page().unroute("**/next");
        held.get(0).resume();

        assertThat(replay(ann)).containsText("step 2 of 3");
    }

    @Test
    void replayGoesOnFromTheKeyboard() {
        Visit ann = BROWSING.visit();
        open(ann, """
                Ann: hello
                bot: Hello, Ann!
                """);
        assertThat(ann.button("Next step")).isFocused();

        ann.page().keyboard().press("Enter");
        assertThat(replay(ann)).containsText("step 1 of 2");
        ann.page().keyboard().press("Enter");
        assertThat(replay(ann)).containsText("passed");
        ann.page().keyboard().press("Enter");

        assertThat(replay(ann)).hasCount(0);
        assertThat(ann.draft()).isFocused();
    }

    @Test
    void fileThatIsNoTranscriptIsExplained() {
        Visit ann = BROWSING.visit();

        open(ann, "This is not one\nat all");

        assertThat(replay(ann)).containsText("cannot be replayed");
        assertThat(replay(ann)).containsText("1");
    }

    private static void open(Visit ann, String text) {
        ann.button("Transcript").click();
        ann.page()
                .getByLabel("Transcript file")
                .setInputFiles(
                        new FilePayload("conversation.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        ann.page().keyboard().press("Escape");
    }

    private static Locator replay(Visit ann) {
        return ann.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Replay"));
    }
}
