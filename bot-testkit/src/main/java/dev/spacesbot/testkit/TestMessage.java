package dev.spacesbot.testkit;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.wire.EventReader;
import java.util.Optional;

/** A message, task or post that somebody wrote in a test. */
public final class TestMessage {

    private final TestBot bot;
    private final String id;

    TestMessage(TestBot bot, String id) {
        this.bot = bot;
        this.id = id;
    }

    /** 24 hexadecimal digits. */
    public String id() {
        return id;
    }

    /**
     * It as a handler would see it, in its latest version:
     * {@code space.expectTask("Water the plants").event(Task.class).dueDate()}.
     *
     * @throws AssertionError where it is no such thing
     */
    public <T extends SpaceEvent> T event(Class<T> kind) {
        SpaceEvent event = EventReader.read(bot.emulator().message(id))
                .orElseThrow(() -> new AssertionError("No handler sees " + id));
        if (!kind.isInstance(event)) {
            throw new AssertionError(
                    "Expected a " + kind.getSimpleName() + ", but this is the " + Said.describe(event));
        }
        return kind.cast(event);
    }

    /** The bot's next comment on this task or post has this text, compared as plain text. Returns it. */
    public TestMessage expectComment(String text) {
        Optional<SpaceEvent> comment =
                bot.said().take(event -> event instanceof Message message && id.equals(message.parentId()));
        String said = comment.map(Said::describe).orElse("nothing");
        if (!said.equals("comment \"" + text + "\"")) {
            throw new AssertionError("Expected the comment \"" + text + "\", but the bot said " + said);
        }
        return new TestMessage(bot, comment.orElseThrow().id());
    }
}
