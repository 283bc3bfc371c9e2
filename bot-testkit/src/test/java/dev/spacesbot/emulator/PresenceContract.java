package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.OutgoingPresence;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a bot sees of people's presence, and shows of its own. */
abstract class PresenceContract extends TransportContract {

    PresenceContract(Timers clock) {
        super(clock);
    }

    @Test
    void tellsWhoComesGoesAndTypesWithTheTimeOfArrival() {
        heard.wantsPresence = true;
        subscribed();

        emulator.online(ann, lab);
        emulator.typing(ann, lab);
        emulator.leaves(ann, lab);

        heard.expect("Ann: ENTERED", "Ann: TYPING", "Ann: LEFT");
        assertThat(heard.events).allSatisfy(event -> {
            assertThat(event.id()).isEmpty();
            assertThat(event.space().id()).isEqualTo(lab.id());
            assertThat(event.created())
                    .isBefore(clock.now().plusMillis(1))
                    .isAfter(clock.now().minusSeconds(60));
        });
    }

    @Test
    void tellsNothingOfPresenceToWhomDoesNotWantIt() {
        subscribed();

        emulator.online(ann, lab);
        ann.says(lab, "hello");

        heard.expect("Ann: hello");
    }

    @Test
    void showsToEverybodyInTheSpaceThatTheBotIsTyping() {
        List<String> seen = new CopyOnWriteArrayList<>();
        emulator.onPresence(presence -> seen.add(presence.path("category").asText() + " "
                + presence.path("sender").path("displayname").asText()));
        Recorder atAnns = new Recorder();
        atAnns.wantsPresence = true;
        Connection anns = transport(ann.token()).connect(atAnns);
        anns.subscribe(SpaceRef.open(lab.id()));
        atAnns.expect("subscribed " + lab.id());
        heard.wantsPresence = true;
        Connection connection = subscribed();

        connection.presence(new OutgoingPresence(lab.id(), Kind.TYPING, bot.id()));
        connection.presence(new OutgoingPresence(lab.id(), Kind.ENTERED, bot.id()));
        connection.presence(new OutgoingPresence(lab.id(), Kind.LEFT, null));

        atAnns.expect("Bot: TYPING", "Bot: ENTERED", "Bot: LEFT");
        heard.expect("Bot: TYPING", "Bot: ENTERED", "Bot: LEFT");
        assertThat(seen)
                .containsExactly(
                        "party.typing Bot",
                        "app.event.presence.party.online Bot",
                        "app.event.presence.party.leaves Bot");
    }

    @Test
    void showsNothingInASpaceThatTheBotIsNotIn() {
        heard.wantsPresence = true;
        Connection connection = subscribed();
        EmulatedSpace other = emulator.space("Other");

        connection.presence(new OutgoingPresence(other.id(), Kind.TYPING, bot.id()));
        connection.send(chat(lab, "still here", "req-1"));

        heard.expect("Bot: still here <req-1>");
    }
}
