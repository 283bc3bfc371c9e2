package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is made to go wrong at a click, and what one sees of it on the page. */
class PlaygroundFaultsIT {

    @RegisterExtension
    static final Browsing BROWSING = Browsing.of("greeter", "todo", "poll");

    @Test
    void droppedBotComesBackAndAnswers() {
        Visit ann = visit("Drop");

        cause(ann, "Drop the connection", "greeter", "The connection of greeter was dropped.");

        ann.says("hello").sees("Hello, Ann!");
    }

    @Test
    void botWhoseTokenIsRefusedTriesAgain() {
        Visit ann = visit("Refuse");
        ann.button("Faults").click();
        ann.page().getByLabel("Refuse the token: times").fill("1");
        ann.button("Faults").click();

        cause(ann, "Refuse the token", "greeter", "The connection of greeter was dropped, and the next time");

        ann.says("hello").sees("Hello, Ann!");
    }

    @Test
    void botWithoutAValidTokenIsShownAsStopped() {
        Visit ann = visit("Expire");
        Locator face = ann.space("poll").locator(".face");
        assertThat(face).containsClass("online");

        cause(ann, "Expire the token", "poll", "The token of poll has expired.");

        assertThat(face).not().containsClass("online");
        assertThat(ann.page().getByText("poll has stopped, since the service will not have it."))
                .isVisible();
        assertThat(ann.page().getByText("greeter is listening.")).isVisible();
        assertThat(face).not().containsClass("online");
        ann.shows("faults");
    }

    @Test
    void rejectedAnswerIsSeenInTheInspector() {
        Visit ann = visit("Reject");
        cause(ann, "Reject the next send", "greeter", "The next time that greeter sends, it is rejected.");

        ann.says("hello");

        assertThat(entries(ann, "Reject", "SEND_MESSAGE_FAILED").first()).containsText("too.busy");
    }

    @Test
    void slowNetworkShowsWhatIsOnItsWay() {
        Visit ann = visit("Slow");
        cause(ann, "Slow network", "greeter", "Everything is delivered 1500 ms later.");

        ann.says("hello");

        assertThat(ann.page().getByText("sending…")).isVisible();
        ann.sees("Hello, Ann!");
        assertThat(ann.page().getByText("sending…")).hasCount(0);
        endSlowness(ann);
    }

    @Test
    void messageThatComesTwiceIsAnsweredOnce() {
        Visit ann = visit("Twice");
        cause(ann, "Deliver twice", "greeter", "The next time that greeter gets a message, it gets it twice.");

        ann.says("hello").sees("Hello, Ann!");
        ann.says("where am I").sees("In Twice.");

        assertThat(ann.messages("Hello, Ann!")).hasCount(1);
        assertThat(entries(ann, "Twice", "Ann: hello").filter(of("greeter"))).hasCount(2);
    }

    @Test
    void fullRateLimitIsSeenInTheInspector() {
        Visit ann = visit("Full");
        cause(ann, "Fill the rate limit", "todo", "todo has sent as much as it may within a minute.");

        ann.says("todo Water the plants");

        assertThat(entries(ann, "Full", "rate.limit.exceeded")
                        .filter(of("todo"))
                        .first())
                .isVisible();
    }

    @Test
    void pageComesBackAfterARestartWithEverythingInPlace() {
        Visit ann = visit("Restart");
        ann.says("hello").sees("Hello, Ann!");
        ann.draft().fill("where am I");

        cause(ann, "Restart the server", "greeter", "The server goes away for a moment.");

        Locator gone = ann.page().getByText("The playground is not running.");
        assertThat(gone).isVisible();
        assertThat(ann.draft()).hasValue("where am I");
        ann.shows("gone");
        assertThat(gone).hasCount(0);
        assertThat(ann.messages("Hello, Ann!")).hasCount(1);
        ann.draft().press("Enter");
        ann.sees("In Restart.");
        assertThat(ann.messages("where am I")).hasCount(1);
    }

    @Test
    void messageOnItsWayIsNotGivenUpForAHistoryOfBefore() {
        Visit ann = visit("Late");
        ann.says("hello").sees("Hello, Ann!");
        cause(ann, "Slow network", "greeter", "Everything is delivered 1500 ms later.");
        List<Runnable> answers = new CopyOnWriteArrayList<>();
        Request asked = ann.page().waitForRequest(Visit.HISTORY, () -> {
            ann.page().route(Visit.HISTORY, route -> {
                APIResponse before = route.fetch();
                answers.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(before)));
            });
            cause(ann, "Restart the server", "greeter", "The server goes away for a moment.");
        });
        ann.page().waitForCondition(() -> !answers.isEmpty());

        ann.says("where am I");
        assertThat(ann.page().getByText("sending…")).isVisible();
        ann.page().waitForResponse(asked.url(), () -> answers.forEach(Runnable::run));

        ann.sees("In Late.");
        assertThat(ann.draft()).hasValue("");
        endSlowness(ann);
    }

    @Test
    void enteringTakesOneEventOfASpace() {
        Visit ann = visit("One");
        ann.newSpace("Two");
        int spaces = ann.world().path("spaces").size();
        List<String> sent = new ArrayList<>();
        ann.page().onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
        ann.page().reload();
        ann.says("hello").sees("Hello, Ann!");

        assertThat(sent)
                .filteredOn(frame -> frame.contains("\"SUBSCRIBE_CHANNEL\""))
                .hasSizeLessThanOrEqualTo(spaces);
        assertThat(sent).filteredOn(frame -> frame.contains("party.online")).hasSize(1);
    }

    @Test
    void pageGoesOnWithAnotherPlaygroundInThePlaceOfTheFirst() {
        Visit ann;
        try (LivePlayground first = new LivePlayground("greeter")) {
            ann = BROWSING.visit(first.address());
            ann.space("Lab").click();
            ann.says("hello").sees("Hello, Ann!");
            ann.draft().fill("where am I");
        }
        Locator gone = ann.page().getByText("The playground is not running.");
        assertThat(gone).isVisible();

        try (LivePlayground second =
                new LivePlayground(URI.create(ann.address()).getPort(), "greeter")) {
            assertThat(gone).hasCount(0);
            assertThat(ann.draft()).hasValue("where am I");
            ann.draft().press("Enter");

            ann.sees("In Lab.");
            assertThat(ann.messages("Hello, Ann!")).hasCount(0);
            assertThat(ann.page()).hasURL(second.address() + "/");
        }
    }

    private static Visit visit(String space) {
        Visit ann = BROWSING.visit();
        ann.newSpace(space);
        return ann;
    }

    private static void endSlowness(Visit ann) {
        ann.button("Faults").click();
        ann.page().getByLabel("Slow network: millis").fill("0");
        ann.button("Slow network").click();
        assertThat(ann.page().getByText("Everything is delivered at once.")).isVisible();
    }

    private static void cause(Visit ann, String fault, String bot, String said) {
        ann.button("Faults").click();
        ann.page().getByLabel("Which bot").selectOption(bot);
        ann.button(fault).click();
        assertThat(ann.page().getByText(said)).isVisible();
        ann.page().keyboard().press("Escape");
    }

    /** What the inspector shows of the space. */
    private static Locator entries(Visit ann, String space, String text) {
        Locator inspector =
                ann.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Inspector"));
        if (!inspector.isVisible()) {
            ann.button("Inspector").click();
        }
        inspector
                .getByLabel("Space", new Locator.GetByLabelOptions().setExact(true))
                .selectOption(space);
        return inspector.locator(".entry").filter(of(text));
    }

    private static Locator.FilterOptions of(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
