package dev.spacesbot.testkit;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A space with the bot in it: people speak here, and what the bot says is expected here, in order. */
public final class TestSpace {

    private final TestBot bot;
    private final EmulatedSpace space;

    TestSpace(TestBot bot, EmulatedSpace space) {
        this.bot = bot;
        this.space = space;
    }

    /** 24 hexadecimal digits. */
    public String id() {
        return space.id();
    }

    /** Its title. */
    public String title() {
        return space.title();
    }

    /**
     * Somebody in this space, a member unless they are something else already; the same person in every space where the name is
     * the same.
     */
    public TestUser user(String name) {
        EmulatedUser user = bot.emulator().user(name);
        if (space.kind() != Space.Kind.DIRECT && !space.members().contains(user)) {
            space.add(user, Role.MEMBER);
        }
        return new TestUser(bot, space, user);
    }

    /**
     * The same, and this is what they are here from now on. A bot that has looked a minute ago or less may go by what they
     * were before.
     */
    public TestUser user(String name, Role role) {
        EmulatedUser user = bot.emulator().user(name);
        space.add(user, role);
        return new TestUser(bot, space, user);
    }

    /** The bot has shown here that it is typing, since the test last asked for it. */
    public void expectTyping() {
        if (!bot.signs().take(id())) {
            throw new AssertionError(
                    "Expected that the bot is typing in \"" + title() + "\", but it showed no sign of it");
        }
    }

    /** The bot has not shown here that it is typing, since the test last asked for it. */
    public void expectNoTyping() {
        if (bot.signs().take(id())) {
            throw new AssertionError(
                    "Expected no sign that the bot is typing in \"" + title() + "\", but it showed one");
        }
    }

    /** The bot's own account, for people to mention. */
    public TestUser bot() {
        return new TestUser(bot, space, bot.self());
    }

    /** The next thing that the bot said here is a message or a comment with this text, compared as plain text. Returns it. */
    public TestMessage expect(String text) {
        return expect(
                "\"" + text + "\"",
                event -> event instanceof Message message && message.text().equals(text));
    }

    /** The next thing that the bot said here is a task with this title. Returns it, to look at and for people to act on. */
    public TestMessage expectTask(String title) {
        return expect(
                "task \"" + title + "\"",
                event -> event instanceof Task task && task.title().equals(title));
    }

    /** The next thing that the bot said here is a post with this title. Returns it, to look at and for people to act on. */
    public TestMessage expectPost(String title) {
        return expect(
                "post \"" + title + "\"",
                event -> event instanceof Post post && post.title().equals(title));
    }

    /** The next thing that the bot said here has a file of this name, whatever its words. Returns it, with what is in it. */
    public TestFile expectAttachment(String name) {
        return expect(
                        "the file \"" + name + "\"",
                        event -> Said.attachments(event).stream()
                                .anyMatch(each -> each.name().equals(name)))
                .expectAttachment(name);
    }

    private TestMessage expect(String what, Predicate<SpaceEvent> expected) {
        SpaceEvent next = bot.said()
                .take(this::isHere)
                .orElseThrow(() -> new AssertionError(
                        "Expected " + what + " in \"" + title() + "\", but the bot said" + " nothing" + elsewhere()));
        if (!expected.test(next)) {
            throw new AssertionError("Expected " + what + " in \"" + title() + "\", but the bot said "
                    + Said.describe(next) + elsewhere());
        }
        return new TestMessage(bot, next.id());
    }

    /** The bot has said nothing here that the test has not looked at. */
    public void expectNothing() {
        List<SpaceEvent> unseen = bot.said().unseen(this::isHere);
        if (!unseen.isEmpty()) {
            throw new AssertionError("Expected nothing in \"" + title() + "\", but the bot said " + describe(unseen));
        }
    }

    /**
     * The last message or comment of the bot here, whether the test has looked at it or not.
     *
     * @throws AssertionError where there is none
     */
    public Message lastReply() {
        SpaceEvent last = bot.said().last(event -> isHere(event) && event instanceof Message);
        if (last == null) {
            throw new AssertionError("The bot has said nothing in \"" + title() + "\"");
        }
        return (Message) last;
    }

    /** Every message and comment of the bot here that the test has not looked at, in order; they count as looked at now. */
    public List<Message> replies() {
        List<Message> replies = new ArrayList<>();
        Predicate<SpaceEvent> which = event -> isHere(event) && event instanceof Message;
        for (var next = bot.said().take(which);
                next.isPresent();
                next = bot.said().take(which)) {
            replies.add((Message) next.get());
        }
        return replies;
    }

    private boolean isHere(SpaceEvent event) {
        return event.space().id().equals(id());
    }

    /** A reply in the wrong space is a mistake that one wants to see at once. */
    private String elsewhere() {
        List<SpaceEvent> others = bot.said().unseen(event -> !isHere(event));
        return others.isEmpty() ? "" : "; in other spaces: " + describe(others);
    }

    private static String describe(List<SpaceEvent> events) {
        return events.stream().map(Said::describe).collect(Collectors.joining(", "));
    }
}
