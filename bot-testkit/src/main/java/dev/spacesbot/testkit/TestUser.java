package dev.spacesbot.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.internal.wire.PayloadWriter;
import java.util.stream.Stream;

/**
 * Somebody in a space. Everything that they do, {@link #begins} aside, returns once every handler that it set off has
 * finished and its replies have arrived.
 */
public final class TestUser {

    private final TestBot bot;
    private final EmulatedSpace space;
    private final EmulatedUser user;

    TestUser(TestBot bot, EmulatedSpace space, EmulatedUser user) {
        this.bot = bot;
        this.space = space;
        this.user = user;
    }

    /** 24 hexadecimal digits. */
    public String id() {
        return user.id();
    }

    /** The name that people see. */
    public String name() {
        return user.displayName();
    }

    /** Writes a chat message; plain text. */
    public TestMessage says(String text) {
        return done(bot.emulator().say(user, space, text));
    }

    /**
     * Writes a chat message, and does not wait for the end of a handler that returns a {@code CompletionStage}: for tests that
     * complete the stage, or let time pass meanwhile. {@link TestBot#settle} waits for the end.
     */
    public TestMessage begins(String text) {
        bot.unfinished().allowIn(space.id());
        String id = bot.emulator().say(user, space, text);
        bot.unfinished().await();
        return new TestMessage(bot, id);
    }

    /** Comes into the space: opens it. */
    public void enters() {
        bot.emulator().online(user, space);
        settle();
    }

    /** Leaves the space, and stays a member of it. */
    public void leaves() {
        bot.emulator().leaves(user, space);
        settle();
    }

    /** Types for a moment, and says nothing. */
    public void types() {
        bot.emulator().typing(user, space);
        settle();
    }

    /**
     * Writes a chat message that mentions people, as the service's editor does: {@code @Name} in the text becomes the mention;
     * who is not named in the text is named in front. {@link TestSpace#bot} stands for the bot.
     */
    public TestMessage says(String text, TestUser... mentioned) {
        EmulatedUser[] people = Stream.of(mentioned).map(other -> other.user).toArray(EmulatedUser[]::new);
        return done(bot.emulator().say(user, space, text, people));
    }

    /** Attaches a file to a chat message without words. */
    public TestMessage attaches(String name, byte[] content) {
        return attaches(name, content, "");
    }

    /** Attaches a file to a chat message; plain text. */
    public TestMessage attaches(String name, byte[] content, String text) {
        Attachment file = bot.emulator().upload(user, name, content);
        ObjectNode message = Json.object().put("category", "chat");
        ObjectNode body = message.putObject("content").put("bodyText", Markup.escape(text));
        body.putArray("data").add(PayloadWriter.attachment(file));
        return done(bot.emulator().write(user, space, message));
    }

    /** Makes a task. */
    public TestMessage createsTask(String title) {
        return done(bot.emulator().task(user, space, title));
    }

    /** Makes a task for some people; plain text. */
    public TestMessage createsTask(String title, String description, TestUser... assignees) {
        EmulatedUser[] people = Stream.of(assignees).map(other -> other.user).toArray(EmulatedUser[]::new);
        return done(bot.emulator().task(user, space, title, description, people));
    }

    /** Makes a post; plain text. */
    public TestMessage posts(String title, String text) {
        return done(bot.emulator().post(user, space, title, text));
    }

    /** Comments on a task or a post. */
    public TestMessage comments(TestMessage on, String text) {
        return done(bot.emulator().comment(user, space, on.id(), text));
    }

    /** Puts another text, or title, in place of the old one. */
    public void edits(TestMessage message, String newText) {
        bot.emulator().edit(user, message.id(), newText);
        settle();
    }

    /** Marks a task as done. */
    public void completes(TestMessage task) {
        bot.emulator().completeTask(user, task.id());
        settle();
    }

    private void settle() {
        bot.unfinished().awaitIn(space.id());
    }

    private TestMessage done(String messageId) {
        settle();
        return new TestMessage(bot, messageId);
    }
}
