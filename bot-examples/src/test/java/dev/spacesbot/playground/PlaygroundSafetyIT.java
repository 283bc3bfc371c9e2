package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.spacesbot.internal.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What strangers write, what people get wrong, and other ways of looking at the page than a mouse and a wide window. */
class PlaygroundSafetyIT {

    private static final String NARROW_MENU = "Spaces and people";

    private static final List<String> ATTACKS = List.of(
            "<script>window.hurt = 1</script>",
            "<img src=x onerror=\"window.hurt = 1\">",
            "<svg onload=\"window.hurt = 1\"><script>window.hurt = 1</script></svg>",
            "<a href=\"javascript:window.hurt = 1\">come</a>",
            "<a href=\" java&#10;script:window.hurt = 1\">come</a>",
            "<a href=\"data:text/html,<script>window.hurt = 1</script>\">come</a>",
            "<iframe srcdoc=\"<script>parent.hurt = 1</script>\"></iframe>",
            "<p style=\"position: fixed; inset: 0; background: red\">all over</p>",
            "<style>body { display: none }</style>",
            "<form action=\"/playground/people\" method=\"post\"><button>come</button></form>",
            "<math><mi><mglyph><style><img src=x onerror=\"window.hurt = 1\"></style></mglyph></mi></math>",
            "<b id=\"draft\" name=\"draft\" class=\"skip\">taken</b>",
            "<base href=\"https://evil.example/\"><meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\">",
            "<a href=\"https://evil.example\" target=\"_top\" rel=\"opener\" onclick=\"window.hurt = 1\">elsewhere</a>");

    @RegisterExtension
    static final Browsing BROWSING = Browsing.withStrangers("greeter");

    @Test
    void whatStrangersWriteStaysInert() {
        Visit ann = BROWSING.visit();
        String[] attacks = ATTACKS.stream()
                .map(attack -> Json.object().put("bodyText", attack + " end").put("description", attack))
                .map(content -> Json.write(Json.object().set("content", content)))
                .toArray(String[]::new);
        ann.posts("Lab", "chats", attacks);
        ann.posts("Lab", "tasks", attacks);
        ann.posts("Lab", "ideas", attacks);
        ann.posts("Lab", "chats", "{\"content\": {\"bodyText\": \"the last\"}}");
        ann.sees("the last");

        ann.messages("come").locator("a").all().forEach(Locator::click);

        assertThat(ann.page().evaluate("() => window.hurt ?? null")).isNull();
        assertThat(ann.page().locator("#messages :is(script, style, iframe, form, base, meta, math, [onerror])"))
                .hasCount(0);
        assertThat(ann.page()
                        .locator("#messages :is(.rich, .card-title) :is(img, svg, button, [style], [id], [class])"))
                .hasCount(0);
        assertThat(ann.page().locator("#messages a:not([href^='https:'], [href^='http:'], [href^='mailto:'])"))
                .hasCount(0);
        assertThat(ann.page()).hasURL(ann.address() + "/");
        assertThat(ann.draft()).isVisible();
        ann.shows("attacks");
    }

    @Test
    void namesAndFilesOfStrangersStayInertToo() {
        String attack = "<img src=x onerror='window.hurt=1'>";
        Visit ann = BROWSING.visit();
        ann.newSpace("Space " + attack);
        ann.addPerson("Eve " + attack);
        ann.says("hello").sees("Hello, Eve " + attack);
        ann.posts("Lab", "chats", """
                {"content": {"bodyText": "look", "data": [
                  {"name": "<img src=x onerror='window.hurt=1'>", "path": "javascript:window.hurt=1", "providerFileType": "image/png"},
                  {"name": "page.svg", "path": "http://evil.example/x.svg", "providerFileType": "image/svg+xml"}]}}""");
        ann.person("Ann").click();
        ann.space("Lab").click();
        ann.sees("page.svg");

        assertThat(ann.page().locator("#messages img")).hasCount(0);
        assertThat(ann.page().locator("#messages a[href^='java']")).hasCount(0);
        assertThat(ann.page().getByText("Open elsewhere")).hasAttribute("rel", "noopener noreferrer");
        assertThat(ann.page().evaluate("() => window.hurt ?? null")).isNull();
    }

    @Test
    void whatIsTooMuchIsSaidAndNothingIsLost() {
        Visit ann = BROWSING.visit();
        ann.page().route("**/api/limit", PlaygroundSafetyIT::littleRoom);
        ann.page().reload();
        ann.says("y".repeat(1 << 20));
        assertThat(ann.page().getByText("This has 1.0 MB; a message may have 16 KB in all."))
                .isVisible();
        assertThat(ann.draft()).hasValue("y".repeat(1 << 20));
        ann.draft().fill("hello");
        ann.page()
                .getByLabel("Files", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("film.mp4", "video/mp4", new byte[3000]));
        assertThat(ann.page().getByText("film.mp4 has 2.9 KB; the service takes files of 2.0 KB at most."))
                .isVisible();
        assertThat(ann.draft()).hasValue("hello");
        ann.shows("too-large");

        ann.button("New space").click();
        ann.dialog().getByLabel("Name").fill("x".repeat(500));
        ann.button("Create space").click();

        assertThat(ann.dialog().getByText("A space may have a name of 120 characters; this one has 500."))
                .isVisible();
        assertThat(ann.dialog().getByLabel("Name")).hasValue("x".repeat(500));
    }

    private static void littleRoom(Route route) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                "{\"global\": {\"socketio\": {\"payload_size\": 16}, \"rest_api\": {\"max_upload_file_size\": 2}}}"));
    }

    @Test
    void keyboardIsEnough() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Keys");
        Page page = ann.page();
        page.keyboard().type("hello");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("two lines");
        assertThat(ann.draft()).hasValue("hello\ntwo lines");
        page.keyboard().press("Enter");
        ann.sees("two lines");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Control+A");
        page.keyboard().type("where am I");
        page.keyboard().press("Enter");
        assertThat(ann.messages("where am I").first()).containsText("edited");

        page.keyboard().press("Control+k");
        page.keyboard().type("gree");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("greeter")))
                .isVisible();
        assertThat(ann.draft()).isFocused();
        page.keyboard().type("hello");
        page.keyboard().press("Enter");
        ann.sees("Hello, Ann!");

        ann.messages("Hello, Ann!").focus();
        page.keyboard().press("Tab");
        assertThat(ann.messages("Hello, Ann!").getByLabel("Inspect")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Inspector", new Page.GetByLabelOptions().setExact(true))
                        .last())
                .isVisible();
        page.keyboard().press("Escape");
        assertThat(ann.button("Inspector")).isFocused();
    }

    @Test
    void narrowWindowShowsOneThingAtATime() {
        Visit ann = BROWSING.visit(new Browser.NewContextOptions().setViewportSize(400, 800));
        ann.button(NARROW_MENU).click();
        ann.shows("narrow-list");
        ann.space("Lab").click();
        ann.says("hello").sees("Hello, Ann!");
        ann.shows("narrow");

        ann.button("Inspector").click();
        ann.shows("narrow-inspector");
        ann.button("Close the inspector").click();
        ann.button("Faults").click();
        ann.shows("narrow-faults");

        assertThat(ann.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(400);
        assertThat(ann.draft()).isVisible();
    }
}
