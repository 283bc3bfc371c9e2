package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.OnMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {

    static final class Shop {

        @OnMessage("order {what} for {name}")
        String order(String what, String name) {
            return what + " for " + name;
        }

        @OnMessage(value = "close", addressed = Addressed.MENTION)
        String close() {
            return "Closed.";
        }

        @OnMessage(value = "salary", addressed = Addressed.DIRECT)
        String salary() {
            return "A lot.";
        }
    }

    private final Router router = new Handlers(List.of(new Shop()), List.of(), List.of()).router(Rules.defaults());

    @Test
    void namesTheNearestTemplateAndWhatIsWrong() {
        assertThat(onMessage("order tea to Ann"))
                .isEqualTo(
                        "It nearly fits \"order {what} for {name}\" of Shop.order: \"to\" stands where \"for\" belongs.");
    }

    @Test
    void saysThatItMustBeSaidToTheBot() {
        assertThat(onMessage("close"))
                .isEqualTo(
                        "Shop.close takes it where it is said to the bot: with its name in front, or a mention of it.");
        assertThat(onMessage("salary"))
                .isEqualTo("Shop.salary takes it where somebody is alone with the bot: in their direct space.");
    }

    @Test
    void saysThatNothingFits() {
        assertThat(onMessage("lovely weather"))
                .isEqualTo("No template or regular expression fits this text, and no handler takes whatever is left.");
        assertThat(onMessage("")).startsWith("No template or regular expression");
    }

    @Test
    void saysThatNobodyTakesThisKind() {
        assertThat(silence(Events.task("Water", Change.CREATED))).isEqualTo("No handler takes new tasks.");
        assertThat(silence(Events.task("Water", Change.UPDATED))).isEqualTo("No handler takes changed tasks.");
        assertThat(silence(Events.post("News"))).isEqualTo("No handler takes new posts.");
        assertThat(silence(Events.message("close", Change.UPDATED))).isEqualTo("No handler takes changed messages.");
    }

    private String onMessage(String text) {
        return silence(Events.message(text, Change.CREATED));
    }

    private String silence(SpaceEvent event) {
        return router.silence(event, null);
    }
}
