package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.people.RememberedPeople;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final Instant NINE = HandTimers.START;

    private final Identity identity = new Identity();
    private final RememberedPeople people = new RememberedPeople(spaceId -> List.of(), new HandTimers());
    private final List<String> handled = new ArrayList<>();
    private final Attendance attendance = attendance(Set.of(Kind.values()));

    private Attendance attendance(Set<Kind> wanted) {
        identity.set(FakeTransport.BOT);
        return new Attendance(
                people,
                identity,
                () -> wanted,
                presence ->
                        handled.add(presence.kind() + " " + presence.sender().displayName() + " "
                                + presence.space().id()));
    }

    private void heard(Kind kind, User user, String spaceId, @Nullable Instant since) {
        attendance.heard(presence(kind, user, spaceId, since));
    }

    private static Presence presence(Kind kind, User user, String spaceId, @Nullable Instant since) {
        return new Presence(
                new Envelope("", new Space(spaceId, "", Space.Kind.GROUP), user, NINE, null, Change.CREATED),
                kind,
                since);
    }

    private void heard(Kind kind) {
        heard(kind, Chats.ANN, "s", NINE);
    }

    @Test
    void tellsOneComingOnceHoweverOftenItIsAnnounced() {
        heard(Kind.ENTERED);
        heard(Kind.ENTERED);
        heard(Kind.ENTERED, Chats.ANN, "s", null);
        heard(Kind.ENTERED, Chats.ANN, "other", NINE);
        heard(Kind.LEFT);
        heard(Kind.LEFT);
        heard(Kind.ENTERED);

        assertThat(handled).containsExactly("ENTERED Ann s", "ENTERED Ann other", "LEFT Ann s", "ENTERED Ann s");
    }

    @Test
    void tellsASecondComingWhereTheGoingWasNotTold() {
        heard(Kind.ENTERED);
        heard(Kind.ENTERED, Chats.ANN, "s", NINE.plusSeconds(60));
        heard(Kind.ENTERED);

        assertThat(handled).containsExactly("ENTERED Ann s", "ENTERED Ann s");
    }

    @Test
    void tellsTheGoingOfSomebodyWhoWasThereBeforeTheBot() {
        heard(Kind.LEFT);

        assertThat(handled).containsExactly("LEFT Ann s");
    }

    @Test
    void tellsOnlyWhatHandlersTake() {
        Attendance comings = attendance(Set.of(Kind.ENTERED));

        for (Kind kind : List.of(Kind.ENTERED, Kind.TYPING, Kind.LEFT, Kind.ENTERED)) {
            comings.heard(presence(kind, Chats.ANN, "s", NINE));
        }

        assertThat(handled).containsExactly("ENTERED Ann s", "ENTERED Ann s");
    }

    @Test
    void tellsTypingEachTime() {
        heard(Kind.TYPING);
        heard(Kind.TYPING);

        assertThat(handled).containsExactly("TYPING Ann s", "TYPING Ann s");
    }

    @Test
    void onANewConnectionKnowsThoseAloneWhoSaySinceWhenTheyAreThere() {
        heard(Kind.ENTERED);
        heard(Kind.ENTERED, Chats.ANN, "other", null);
        handled.clear();

        attendance.connected();
        heard(Kind.ENTERED);
        heard(Kind.ENTERED, Chats.ANN, "other", null);

        assertThat(handled).containsExactly("ENTERED Ann other");
    }

    @Test
    void dropsTheBotsOwnAndAllOfItWhereTheBotDoesNotKnowWhoItIs() {
        heard(Kind.ENTERED, FakeTransport.BOT, "s", NINE);
        new Attendance(people, new Identity(), () -> Set.of(Kind.values()), presence -> handled.add("?"))
                .heard(presence(Kind.TYPING, Chats.ANN, "s", NINE));

        assertThat(handled).isEmpty();
    }

    @Test
    void isWantedByHandlersOrByWhoeverAskedWhoIsInASpace() {
        Attendance unhandled = attendance(Set.of());

        assertThat(attendance.wanted()).isTrue();
        assertThat(unhandled.wanted()).isFalse();
        assertThat(people.in("s")).isEmpty();
        assertThat(unhandled.wanted()).isTrue();
    }
}
