package dev.spacesbot.interop;

import static dev.spacesbot.interop.Wire.SPACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Bot;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.Secret;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPresence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is there and who types, against the real socket.io 1.7.3. */
class PresenceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ONLINE = "app.event.presence.party.online";

    private final Wire wire = new Wire();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void endAll() {
        gate.countDown();
        wire.close();
    }

    @Test
    void hearsWhoComesTypesAndLeaves() {
        wire.heard().andPresence();
        wire.joined();

        wire.server().present(SPACE, "Ann", ONLINE, Map.of());
        wire.server().present(SPACE, "Ann", ONLINE, Map.of("receivers", List.of(Map.of("_id", "somebody"))));
        wire.server().present(SPACE, "Ann", "party.typing", Map.of());
        wire.server().present(SPACE, "Bob", "party.typing", Map.of("topicId", "", "content", Map.of("topicId", SPACE)));
        wire.server().present(SPACE, "Ann", "app.event.presence.party.leaves", Map.of("topicId", SPACE));
        wire.heard().await("Ann: LEFT");

        assertThat(wire.heard().lines())
                .containsExactly("subscribed " + SPACE, "Ann: ENTERED", "Ann: TYPING", "Bob: TYPING", "Ann: LEFT");
    }

    @Test
    void aFloodThatNobodyWantsDisturbsNothing() {
        wire.joined();

        for (int i = 0; i < 2_000; i++) {
            wire.server().present(SPACE, "Ann", "party.typing", Map.of());
        }
        wire.server().say(SPACE, "Ann", "hello");
        wire.heard().await("Ann: hello");

        assertThat(wire.heard().lines()).containsExactly("subscribed " + SPACE, "Ann: hello");
    }

    @Test
    void aBotWelcomesWhoComesIn() throws Exception {
        Bot bot = started(new Welcome());

        wire.server().present(SPACE, "Ann", ONLINE, Map.of());
        wire.server().present(SPACE, "Ann", ONLINE, Map.of());
        wire.server().present(SPACE, "Bob", "party.typing", Map.of());
        wire.server().present(SPACE, "Bob", ONLINE, Map.of());
        List<String> said = wire.server().await("SEND_MESSAGE", 2).stream()
                .map(sent -> sent.payload().path("content").path("bodyText").asText())
                .toList();
        bot.stop(PATIENCE);

        assertThat(said).containsExactly("Welcome, Ann!", "Welcome, Bob!");
        assertThat(wire.server().received("SEND_MESSAGE")).hasSize(2);
    }

    private Bot started(Object handler) throws InterruptedException {
        BotConfig config = BotConfig.of(
                        "robo",
                        new Auth.Token("jwt", new Secret("token-of-robo")),
                        wire.server().service())
                .withSpaces(List.of(SpaceRef.open(SPACE)));
        Bot bot = Bot.builder().config(config).handlers(handler).build();
        bot.start();
        assertThat(bot.awaitReady(PATIENCE)).isTrue();
        return bot;
    }

    @Test
    void showsThatItIsTypingWhileAHandlerTakesItsTime() throws Exception {
        Bot bot = started(new Slow());

        wire.server().say(SPACE, "Ann", "quick");
        wire.server().await("SEND_MESSAGE", 1);
        wire.server().say(SPACE, "Ann", "slow");
        JsonNode sign = wire.server().await("SEND_PRESENCE_EVENT", 2).get(0).payload();
        gate.countDown();
        wire.server().await("SEND_MESSAGE", 2);
        bot.stop(PATIENCE);

        assertThat(sign.path("category").asText()).isEqualTo("party.typing");
        assertThat(sign.path("topicId").asText()).isEqualTo(SPACE);
        assertThat(sign.path("userId").asText()).hasSize(24);
        assertThat(sign.path("content").path("mediaSession").isObject()).isTrue();
    }

    private static final class Welcome {

        @OnPresence(on = Presence.Kind.ENTERED)
        String welcome(User sender) {
            return "Welcome, " + sender.displayName() + "!";
        }
    }

    private final class Slow {

        @OnMessage("quick")
        String quick() {
            return "done";
        }

        @OnMessage("slow")
        String slow() throws InterruptedException {
            gate.await();
            return "done at last";
        }
    }
}
