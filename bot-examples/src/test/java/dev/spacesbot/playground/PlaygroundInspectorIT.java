package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the inspector tells about a message. */
class PlaygroundInspectorIT {

    @RegisterExtension
    static final Browsing BROWSING = Browsing.of("greeter", "poll", "todo");

    @Test
    void tellsWhoTookAMessageAndGivesItAsATest() {
        Visit ann = BROWSING.visit(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        ann.newSpace("Garden");
        ann.says("todo Water the plants");
        assertThat(ann.page().getByLabel("Task: Water the plants")).isVisible();
        ann.says("poll \"Where to?\" pizza sushi").sees("• pizza");
        ann.page().getByLabel("Completed: Water the plants").click();
        ann.sees("Well done");

        Locator inspector = inspected(ann, "poll");
        assertThat(inspector).containsText("PollBot.open");
        assertThat(inspector.locator(".replies")).containsText("• pizza");
        ann.shows("inspector");
        inspector
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy as test"))
                .first()
                .click();
        assertThat(ann.page().getByText("The test is copied.")).isVisible();
        assertThat((String) ann.page().evaluate("() => navigator.clipboard.readText()"))
                .contains("@Test", "TestSpace garden", ".says(\"poll", "garden.expect(");
    }

    @Test
    void tellsWhyNobodyTookAMessageAndWhichHandlerWould() {
        Visit ann = BROWSING.visit(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK));
        ann.newSpace("Dark");
        ann.says("hello").sees("Hello, Ann!");
        ann.says("what is this");
        ann.sees("what is this");

        Locator inspector = inspected(ann, "what is this");

        assertThat(inspector).containsText("No handler took it");
        assertThat(inspector).containsText("@OnMessage(\"what {text...}\")");
        ann.shows("dark-inspector");
    }

    @Test
    void looksAtAnAnswerTogetherWithWhatItAnswers() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Answer");
        ann.says("hello").sees("Hello, Ann!");

        Locator inspector = inspected(ann, "Hello, Ann!");

        assertThat(inspector).containsText("Greeter.hello");
        assertThat(inspector.locator(".replies")).hasText("Hello, Ann!");
    }

    @Test
    void showsWhatOneLooksFor() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Here");
        ann.says("hello").sees("Hello, Ann!");
        ann.newSpace("There");
        ann.says("where am I").sees("In There.");
        ann.button("Inspector").click();
        Locator inspector = inspector(ann);
        Locator entries = inspector.locator(".entry");

        choose(inspector, "Space", "Here");
        assertThat(entries.filter(with("Ann: hello"))).hasCount(3);
        assertThat(entries.filter(with("where am I"))).hasCount(0);
        choose(inspector, "Event", "SEND_MESSAGE");
        assertThat(entries).hasCount(1);
        assertThat(entries).containsText("Hello, Ann!");
        choose(inspector, "Event", "");
        choose(inspector, "Space", "");
        inspector.getByLabel("Text").fill("WHERE am");

        assertThat(entries.filter(with("Ann: where am I"))).hasCount(3);
        assertThat(entries.filter(with("hello"))).hasCount(0);
    }

    private static void choose(Locator inspector, String what, String value) {
        inspector
                .getByLabel(what, new Locator.GetByLabelOptions().setExact(true))
                .selectOption(value);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** The inspector, opened at a message. */
    private static Locator inspected(Visit ann, String text) {
        Locator message = ann.messages(text).first();
        message.hover();
        message.getByLabel("Inspect").click();
        return inspector(ann);
    }

    private static Locator inspector(Visit ann) {
        return ann.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Inspector"));
    }
}
