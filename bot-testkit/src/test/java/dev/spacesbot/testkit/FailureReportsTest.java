package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.emulator.SendRejection;
import dev.spacesbot.event.Message;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReportsTest {

    static final class Deploy {

        private final boolean broken = true;

        @OnMessage("deploy")
        void deploy() {
            if (broken) {
                throw new IllegalStateException("no disk; token=abcdef", new IllegalArgumentException("full"));
            }
        }

        @OnMessage("roll")
        void roll() {
            if (broken) {
                throw new Unspeakable();
            }
        }

        @OnMessage("ship")
        String ship() {
            return "shipped";
        }
    }

    static final class Unspeakable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not even that");
        }
    }

    private final TestBot bot =
            TestBot.builder().handlers(Deploy.class).errorSpace("Errors").build();
    private final TestSpace lab = bot.space("Lab");
    private final TestSpace errors = bot.space("Errors");

    @Test
    void tellsTheDetailsInASpaceOfTheirOwn() {
        lab.user("Ann").says("deploy");

        assertThat(withoutLines(lab.lastReply().text())).isEqualTo("Sorry, something went wrong here (reference …).");
        assertThat(withoutLines(errors.lastReply().text())).isEqualTo("""
                        Deploy.deploy failed (reference …)
                        space … (Lab)
                        message …
                        java.lang.IllegalStateException: no disk; token=***
                        at dev.spacesbot.testkit.FailureReportsTest$Deploy.deploy(FailureReportsTest.java:…)
                        caused by java.lang.IllegalArgumentException: full
                        at dev.spacesbot.testkit.FailureReportsTest$Deploy.deploy(FailureReportsTest.java:…)""");
        bot.expectFailure(IllegalStateException.class);
        bot.close();
    }

    @Test
    void tellsOfAReplyThatWasNotSent() {
        bot.faults().rejectSends(1, SendRejection.TEXT, "not.authorized.by.topic.policy");

        lab.user("Ann").says("ship");

        lab.expectNothing();
        assertThat(errors.lastReply().text())
                .startsWith("Deploy.ship failed (reference ")
                .contains("not.authorized.by.topic.policy");
        bot.expectFailure(TransportException.class);
        bot.close();
    }

    @Test
    void joinsThatSpaceByItself() {
        try (TestBot other =
                TestBot.builder().handlers(Deploy.class).errorSpace("Errors").build()) {
            assertThat(other.spaces().joined())
                    .containsExactly(other.emulator().space("Errors").id());
        }
    }

    @Test
    void countsWhatFollowsSoon() {
        TestUser ann = lab.user("Ann");
        ann.says("deploy");
        ann.says("deploy");
        ann.says("roll");
        ann.says("deploy");

        bot.clock().advance(Duration.ofSeconds(10));
        ann.says("deploy");
        bot.clock().advance(Duration.ofSeconds(10));
        bot.clock().advance(Duration.ofSeconds(10));
        ann.says("deploy");

        assertThat(firstLines(errors.replies()))
                .containsExactly(
                        "Deploy.deploy failed (reference …)",
                        "Deploy.roll failed (reference …)",
                        "Deploy.deploy failed 2 more times in 10 seconds; the log has the details.",
                        "Deploy.deploy failed once more in 10 seconds; the log has the details.",
                        "Deploy.deploy failed (reference …)");
        for (int i = 0; i < 6; i++) {
            bot.expectFailure(RuntimeException.class);
        }
        bot.close();
    }

    @Test
    void whatCannotBeToldHarmsNobody() {
        bot.faults().rejectSends(1, SendRejection.TEXT, "not.authorized.by.topic.policy");

        lab.user("Ann").says("deploy");

        assertThat(errors.replies()).isEmpty();
        assertThat(lab.lastReply().text()).startsWith("Sorry, something went wrong here");
        bot.expectFailure(IllegalStateException.class);
        bot.close();
    }

    private static List<String> firstLines(List<Message> replies) {
        return replies.stream()
                .map(reply -> withoutLines(reply.text()).lines().findFirst().orElse(""))
                .toList();
    }

    private static String withoutLines(String text) {
        return text.replaceAll("java:\\d+", "java:…")
                .replaceAll("reference \\w+", "reference …")
                .replaceAll("[0-9a-f]{24}", "…");
    }
}
