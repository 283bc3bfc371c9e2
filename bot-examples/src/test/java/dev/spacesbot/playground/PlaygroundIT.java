package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with each other and with bots. */
class PlaygroundIT {

    private static final FilePayload PICTURE = new FilePayload(
            "garden.png",
            "image/png",
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    @RegisterExtension
    static final Browsing BROWSING = Browsing.of("greeter", "todo");

    @Test
    void firstVisitGivesTheFirstAnswer() {
        Visit ann = BROWSING.visit();
        ann.newSpace("First visit");
        assertThat(ann.page().getByText("Nothing has been said here yet.")).isVisible();
        ann.shows("empty");

        ann.button("hello").click();

        ann.sees("Hello, Ann!");
        assertThat(ann.page()).hasTitle("Playground");
        ann.shows("first-answer");
    }

    @Test
    void taskIsMadeCompletedAndPraised() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Garden");
        ann.button("New task").click();
        ann.dialog().getByLabel("Title").fill("Water the plants");
        ann.dialog().getByLabel("Description").fill("All of them.\nMore: https://example.org/water");
        ann.dialog().getByLabel("Ann").check();
        ann.dialog().getByLabel("Due").fill("2031-05-04");
        ann.button("Create task").click();
        ann.sees("I will keep an eye on \"Water the plants\".");

        ann.page().getByLabel("Completed: Water the plants").click();

        ann.sees("Well done: \"Water the plants\".");
        Locator card = ann.page().getByLabel("Task: Water the plants");
        assertThat(card).containsText("Completed by Ann");
        assertThat(card).containsText("4 May 2031");
        assertThat(card.getByRole(AriaRole.LINK)).hasAttribute("rel", "noopener noreferrer");
        ann.shows("task");
    }

    @Test
    void postIsCommentedOn() {
        Visit ann = BROWSING.visit();
        ann.newSpace("News");
        ann.publishes("Release", "All new.");
        ann.sees("Thank you for the post, Ann.");

        ann.messages("Release").first().hover();
        ann.messages("Release").first().getByLabel("Comment", exactly()).first().click();
        ann.says("At last");

        assertThat(ann.messages("Release").locator(".comment")).containsText(new String[] {"Thank you", "At last"});
    }

    @Test
    void picturesAreShownAndOtherFilesOffered() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Files");
        FilePayload notes = new FilePayload("notes.txt", "text/plain", "Water them".getBytes(StandardCharsets.UTF_8));
        ann.page()
                .getByLabel("Files", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload[] {PICTURE, notes});
        ann.says("look");

        Locator message = ann.messages("look");
        Locator picture = message.getByAltText("garden.png");
        assertThat(picture).hasJSProperty("naturalWidth", 1);
        assertThat(message.getByLabel("Download notes.txt")).hasAttribute("download", "notes.txt");
        ann.shows("attachment");
    }

    @Test
    void filesCanBeDroppedOnTheConversation() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Drops");

        ann.page().evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File(['x'], 'dropped.txt', { type: 'text/plain' }));
                  const area = document.querySelector('.main');
                  for (const kind of ['dragenter', 'dragover', 'drop']) {
                    area.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
                  }
                }""");
        assertThat(ann.page().getByLabel("Take out dropped.txt")).isVisible();
        ann.draft().press("Enter");

        ann.sees("dropped.txt");
    }

    @Test
    void twoPeopleTalkInTwoSpaces() {
        Visit one = BROWSING.visit();
        one.newSpace("Kitchen");
        one.addPerson("Bob");
        one.newSpace("Cellar");
        one.says("hello").sees("Hello, Bob!");
        Visit other = BROWSING.visit();
        other.space("Kitchen").click();

        other.says("hello").sees("Hello, Ann!");

        assertThat(one.space("Kitchen")).containsText("2 unread");
        assertThat(other.space("Cellar")).containsText("Join");
        one.space("Kitchen").click();
        one.sees("Hello, Ann!");
        one.draft().pressSequentially("wait");
        assertThat(other.page().getByText("Bob is typing")).isVisible();
        other.shows("typing");
        other.space("Cellar").click();
        other.sees("Hello, Bob!");
    }

    @Test
    void whatIsPressedStaysWhileTheWorldChanges() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Pressed");
        ann.addPerson("Dora");
        ann.person("Ann").hover();
        ann.page().mouse().down();
        ann.page().waitForResponse("**/playground/world", () -> BROWSING.visit().newSpace("Meanwhile"));
        ann.page().evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

        ann.page().mouse().up();

        assertThat(ann.person("Ann")).isChecked();
        assertThat(ann.space("Meanwhile")).isVisible();
    }

    @Test
    void messagesAreEditedAndDeleted() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Mistakes");
        Visit other = BROWSING.visit();
        other.space("Mistakes").click();
        ann.says("teh first").sees("teh first");

        ann.draft().press("ArrowUp");
        assertThat(ann.draft()).hasValue("teh first");
        ann.says("the first");

        assertThat(other.messages("the first")).containsText("edited");
        ann.messages("the first").hover();
        ann.messages("the first").getByLabel("Delete", exactly()).click();
        ann.dialog()
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(other.messages("This was deleted.")).isVisible();
        assertThat(other.messages("the first")).hasCount(0);
    }

    @Test
    void historyComesWhileScrollingUpAndNothingJumps() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Long");
        ann.posts(
                "Long",
                "chats",
                IntStream.range(0, 400)
                        .mapToObj(i -> "{\"content\": {\"bodyText\": \"<p>number " + i + ".</p>\"}}")
                        .toArray(String[]::new));
        List<Route> held = new ArrayList<>();
        ann.page().route(Visit.HISTORY, held::add);
        ann.page().reload();
        ann.page().waitForCondition(() -> !held.isEmpty());
        held.remove(0).resume();
        ann.sees("number 399.");
        ann.page().waitForCondition(() -> !held.isEmpty());

        ann.messages("number 355.").scrollIntoViewIfNeeded();
        double before = ann.messages("number 355.").boundingBox().y;
        ann.page().unroute(Visit.HISTORY);
        held.forEach(Route::resume);
        assertThat(ann.messages("number 330.")).isAttached();
        assertThat(ann.messages("number 355.").boundingBox().y).isEqualTo(before);
        for (int number = 330; number > 0; number -= 30) {
            ann.messages("number " + number + ".").scrollIntoViewIfNeeded();
        }

        assertThat(ann.messages("number 0.")).isAttached();
        assertThat(ann.messages("number 399.")).hasCount(0);
        assertThat(ann.messages("number").count()).as("rows, however long").isLessThanOrEqualTo(250);
        ann.button("To the newest").click();
        ann.sees("number 399.");
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
