package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.Outgoing.Category;
import dev.spacesbot.transport.Outgoing.Content;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bot sees of the emulator, the same on both fronts. */
abstract class TransportContract {

    final Timers clock;
    final SpacesEmulator emulator;
    final EmulatedUser ann;
    final EmulatedUser bot;
    final EmulatedSpace lab;
    final Recorder heard = new Recorder();
    private final List<Transport> opened = new ArrayList<>();

    TransportContract(Timers clock) {
        this.clock = clock;
        this.emulator = SpacesEmulator.create(EmulatorOptions.defaults(), clock);
        this.ann = emulator.user("Ann");
        this.bot = emulator.user("Bot");
        this.lab = emulator.space("Lab");
    }

    abstract Transport open(String token);

    @AfterEach
    void close() {
        opened.forEach(Transport::close);
        emulator.close();
    }

    Transport transport(String token) {
        Transport transport = open(token);
        opened.add(transport);
        return transport;
    }

    Transport transport() {
        return transport(bot.token());
    }

    static Outgoing chat(EmulatedSpace space, String html, String loopback) {
        return new Outgoing(space.id(), Category.CHAT, Content.chat(html), null, loopback);
    }

    Connection subscribed() {
        Connection connection = transport().connect(heard);
        connection.subscribe(SpaceRef.open(lab.id()));
        heard.expect("subscribed " + lab.id());
        return connection;
    }

    @Test
    void saysWhoTheTokenBelongsTo() {
        assertThat(transport().me().displayName()).isEqualTo("Bot");
        assertThat(transport().me().id()).isEqualTo(bot.id());
    }

    @Test
    void subscribesAndHearsWhatIsSaidAndItsOwnEcho() {
        Connection connection = subscribed();

        ann.says(lab, "a < b & \"c\"");
        connection.send(chat(lab, "<b>yes</b>", "req-1"));

        heard.expect("Ann: a < b & \"c\"", "Bot: yes <req-1>");
    }

    @Test
    void hearsNothingAfterLeavingAndCannotSendThere() {
        Connection connection = subscribed();

        connection.unsubscribe(lab.id());
        heard.expect("unsubscribed " + lab.id());
        ann.says(lab, "hello");
        connection.send(chat(lab, "late", "req-1"));

        heard.expect("not sent <req-1> app.event.channel.subscription.required (subscribe first)");
    }

    @Test
    void tellsOfUnknownClosedAndProtectedSpaces() {
        EmulatedSpace locked = emulator.space("Locked").protect("4821");
        EmulatedSpace closed = emulator.space("Closed").closeToOthers();
        Connection connection = transport().connect(heard);

        connection.subscribe(SpaceRef.open("60aa11bb22cc33dd44ee55ff"));
        connection.subscribe(SpaceRef.open(locked.id()));
        connection.subscribe(new SpaceRef(locked.id(), "1"));
        connection.subscribe(new SpaceRef(locked.id(), "4821"));
        connection.subscribe(SpaceRef.open(closed.id()));

        heard.expect(
                "not subscribed 60aa11bb22cc33dd44ee55ff topic.not.found: There is no space with this id.",
                "not subscribed " + locked.id() + " topic.password.required: This space asks for a password.",
                "not subscribed " + locked.id() + " topic.password.wrong: The password of the space is wrong.",
                "subscribed " + locked.id(),
                "not subscribed " + closed.id() + " topic.access.denied: Only members may enter this space.");
    }

    @Test
    void subscribingTwiceIsAnsweredTwiceAndDeliversOnce() {
        Connection connection = subscribed();

        connection.subscribe(SpaceRef.open(lab.id()));
        heard.expect("subscribed " + lab.id());
        ann.says(lab, "one");
        ann.says(lab, "two");

        heard.expect("Ann: one", "Ann: two");
    }

    @Test
    void hearsDirectMessagesWithoutSubscribingAndOnceEvenIfSubscribed() {
        EmulatedSpace direct = ann.direct(bot);
        Connection connection = transport().connect(heard);

        ann.says(direct, "one");
        connection.subscribe(SpaceRef.open(direct.id()));
        heard.expect("Ann: one", "subscribed " + direct.id());
        ann.says(direct, "two");
        ann.says(direct, "three");

        heard.expect("Ann: two", "Ann: three");
    }

    @Test
    void updatesCarryTheSameIdAndALaterTime() {
        subscribed();

        String id = emulator.task(ann, lab, "Buy milk");
        emulator.completeTask(bot, id);

        heard.expect("Ann: task Buy milk PENDING", "Bot: task Buy milk COMPLETED");
        assertThat(heard.events).extracting(SpaceEvent::id).containsOnly(id);
        assertThat(heard.events.get(1).modified()).isAfter(heard.events.get(0).created());
    }

    @Test
    void tellsOfPostsAndComments() {
        subscribed();

        String post = emulator.post(ann, lab, "News", "All is well");
        emulator.comment(ann, lab, post, "Good");

        heard.expect("Ann: post News", "Ann: Good");
        assertThat(emulator.message(post).path("chatCount").asInt()).isEqualTo(1);
    }

    @Test
    void historyHasEverythingOldestFirstInItsLatestVersion() {
        subscribed();
        String task = emulator.task(ann, lab, "Buy milk");
        for (int i = 0; i < 60; i++) {
            ann.says(lab, "hello " + i);
        }
        emulator.completeTask(ann, task);

        List<SpaceEvent> history = transport().history(lab.id(), Instant.EPOCH);

        assertThat(history).hasSize(61).extracting(SpaceEvent::id).doesNotHaveDuplicates();
        assertThat(history).filteredOn(Task.class::isInstance).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(task);
            assertThat(((Task) event).completed()).isTrue();
        });
    }

    @Test
    void listsItsSpacesAndFindsDirectOnes() {
        subscribed();

        String direct = transport().direct(ann.id()).id();

        assertThat(direct).isEqualTo(ann.direct(bot).id());
        assertThat(transport().spaces()).extracting(space -> space.id()).containsExactlyInAnyOrder(lab.id(), direct);
    }

    @Test
    void listsWhoBelongsToASpaceAndAsWhat() {
        subscribed();
        lab.add(ann, Role.ADMIN);
        emulator.say(emulator.guest("Gus"), lab, "hello");
        for (int i = 0; i < 60; i++) {
            lab.add(emulator.user("Person " + i), Role.MEMBER);
        }

        List<Member> members = transport().members(lab.id());

        assertThat(members).hasSize(63);
        assertThat(members.subList(0, 4))
                .extracting(member ->
                        member.user().displayName() + " " + member.user().kind() + " " + member.role())
                .containsExactly("Bot USER MEMBER", "Ann USER ADMIN", "Gus ANONYMOUS GUEST", "Person 0 USER MEMBER");
        assertThatThrownBy(() -> transport(emulator.user("Eve").token()).members(lab.id()))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED));
    }

    @Test
    void refusesAWrongTokenAndAFourthConnection() {
        Transport wrong = transport("no such token");
        for (int i = 0; i < 3; i++) {
            transport().connect(new Recorder());
        }

        assertRefused(() -> wrong.connect(heard));
        assertRefused(wrong::me);
        assertThat(wrong.renewToken()).isFalse();
        assertRefused(() -> transport().connect(heard));
    }

    static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    }

    @Test
    void refusesAnEventOfMoreThanSixteenKilobytes() {
        Connection connection = subscribed();

        connection.send(chat(lab, "x".repeat(16 * 1024), "req-1"));

        heard.expect("not sent <req-1> payload.too.large");
    }
}
