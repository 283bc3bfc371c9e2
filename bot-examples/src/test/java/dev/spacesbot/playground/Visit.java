package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.spacesbot.internal.wire.Json;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Somebody in front of the page, who finds things by their names as a screen reader tells them. */
final class Visit {

    /** What the browser's word about the page's policy contains. */
    static final String POLICY = "Content Security Policy";

    /** Where the page asks for a space's history. */
    static final String HISTORY = "**/messages/query?*";

    private static final Path SCREENSHOTS = Path.of("target", "playground");
    private static final double PATIENCE = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Page page;
    private final String address;

    /** {@code error} hears of what scripts throw and of what the page's policy refuses. */
    Visit(Page page, String address, Consumer<String> error) {
        this.page = page;
        this.address = address;
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(error);
        page.onConsoleMessage(message -> report(message, error));
        page.navigate(address);
        assertThat(draft()).isEnabled();
    }

    private static void report(ConsoleMessage message, Consumer<String> error) {
        if (message.text().contains(POLICY)) {
            error.accept(message.text());
        }
    }

    Page page() {
        return page;
    }

    String address() {
        return address;
    }

    Locator draft() {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The choice of whom to speak as. */
    Locator person(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    /** A space in the list at the left. */
    Locator space(String title) {
        return page.getByLabel("People and spaces")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(title));
    }

    /** Rows of the conversation that contain the text. */
    Locator messages(String text) {
        return page.getByLabel("Conversation", new Page.GetByLabelOptions().setExact(true))
                .locator(".message:not(.pending)")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Visit says(String text) {
        draft().fill(text);
        draft().press("Enter");
        return this;
    }

    void publishes(String title, String text) {
        button("New post").click();
        dialog().getByLabel("Title").fill(title);
        dialog().getByLabel("Text").fill(text);
        button("Publish post").click();
    }

    Visit sees(String text) {
        assertThat(messages(text).last()).isVisible();
        return this;
    }

    void addPerson(String name) {
        button("Add a person").click();
        dialog().getByLabel("Name").fill(name);
        dialog().getByLabel("Name").press("Enter");
        assertThat(person(name)).isChecked();
    }

    void newSpace(String title) {
        button("New space").click();
        dialog().getByLabel("Name").fill(title);
        dialog().getByLabel("Name").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
    }

    /** What the playground says of its world. */
    JsonNode world() {
        try {
            return Json.read(page.request().get(address + "/playground/world").text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The world is not JSON", e);
        }
    }

    /** Sends message objects of the first person's as any client of the service may: whatever the page would never send. */
    void posts(String spaceTitle, String kind, String... messages) {
        JsonNode world = world();
        String token = world.path("people").path(0).path("token").asText();
        String id = StreamSupport.stream(world.path("spaces").spliterator(), false)
                .filter(space -> space.path("title").asText().equals(spaceTitle))
                .map(space -> space.path("id").asText())
                .findFirst()
                .orElseThrow();
        for (String message : messages) {
            page.request()
                    .post(
                            address + "/api/spaces/" + id + "/" + kind,
                            RequestOptions.create()
                                    .setHeader("Authorization", "jwt " + token)
                                    .setHeader("Content-Type", "application/json")
                                    .setData(message));
        }
    }

    /** Saves what the visitor sees, for whoever built it. */
    void shows(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
