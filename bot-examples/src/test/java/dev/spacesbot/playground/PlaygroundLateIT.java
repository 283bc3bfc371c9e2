package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes late, or in another order, between the page and the service. */
class PlaygroundLateIT {

    private static final Pattern SOCKETS = Pattern.compile("/socket\\.io/");

    @RegisterExtension
    static final Browsing BROWSING = Browsing.of("greeter", "todo");

    @Test
    void messageWhoseCommentCameBeforeItIsShown() {
        List<String> late = new ArrayList<>();
        Visit ann = visit("Another order", (frame, toPage) -> {
            if (frame.contains("\"category\":\"idea\"") && late.isEmpty()) {
                late.add(frame);
            } else {
                toPage.accept(frame);
            }
            if (frame.contains("Thank you for the post")) {
                late.forEach(toPage);
            }
        });
        ann.publishes("Release", "All new.");

        assertThat(ann.messages("Release").locator(".comment")).containsText("Thank you for the post, Ann.");
    }

    @Test
    void postThatIsPublishedBeforeTheSpaceIsEnteredWaits() {
        AtomicBoolean held = new AtomicBoolean(true);
        List<Runnable> late = new ArrayList<>();
        Visit ann = visit("Slowly", (frame, toPage) -> {
            if (frame.contains("CHANNEL_SUBSCRIBED") && held.get()) {
                late.add(() -> toPage.accept(frame));
            } else {
                toPage.accept(frame);
            }
        });
        ann.publishes("Release", "All new.");
        ann.page().waitForCondition(() -> !late.isEmpty());
        held.set(false);
        late.forEach(Runnable::run);

        ann.sees("Thank you for the post, Ann.");
    }

    @Test
    void pageThatHasUsedUpTheRateLimitEntersLater() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Limited");
        AtomicBoolean full = new AtomicBoolean(true);
        ann.page().routeWebSocket(SOCKETS, toPage -> {
            WebSocketRoute toService = toPage.connectToServer();
            toPage.onMessage(frame -> {
                if (frame.text().contains("SUBSCRIBE_CHANNEL") && full.get()) {
                    toPage.send(refusal(frame.text()));
                } else {
                    toService.send(frame.text());
                }
            });
        });

        ann.page().reload();
        assertThat(ann.page().getByText("more events than the service takes within a minute"))
                .isVisible();
        full.set(false);

        ann.says("hello");
        assertThat(ann.page().getByText("Your message is kept")).isVisible();
        assertThat(ann.button("Send")).not().containsClass("waiting");
        ann.button("Send").click();
        ann.sees("Hello, Ann!");
    }

    /** The service's answer to a wish to join. */
    private static String refusal(String frame) {
        String wish = frame.substring(frame.indexOf('{'), frame.lastIndexOf('}'));
        return "42/chat,[\"SUBSCRIBE_CHANNEL_FAILED\"," + wish
                + ",\"error\":{\"code\":\"rate.limit.exceeded\",\"message\":\"Too many.\"}}]";
    }

    /** Somebody in a space of their own, whose frames from the service go through there. */
    private static Visit visit(String space, BiConsumer<String, Consumer<String>> way) {
        Visit ann = BROWSING.visit();
        ann.newSpace(space);
        ann.page().routeWebSocket(SOCKETS, toPage -> {
            WebSocketRoute toService = toPage.connectToServer();
            toService.onMessage(frame -> way.accept(frame.text(), toPage::send));
        });
        ann.page().reload();
        return ann;
    }
}
