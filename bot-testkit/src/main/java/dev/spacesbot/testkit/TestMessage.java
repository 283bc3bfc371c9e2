package dev.spacesbot.testkit;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.wire.EventReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** This has a file of that name. Returns it, with what is in it. */
    public TestFile expectAttachment(String name) {
        List<Attachment> attachments = Said.attachments(event(SpaceEvent.class));
        Attachment found = attachments.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected the file \"" + name + "\", but there is "
                        + (attachments.isEmpty()
                                ? "none"
                                : attachments.stream().map(Attachment::name).collect(Collectors.joining(", ")))));
        return new TestFile(found, bot.emulator().file(found.fileId()));
    }

    /** The bot's next comment on this task or post has this text, compared as plain text. Returns it. */
    public TestMessage expectComment(String text) {
        Optional<SpaceEvent> comment =
                bot.said().take(event -> event instanceof Message message && id.equals(message.parentId()));
        if (comment.filter(each -> ((Message) each).text().equals(text)).isEmpty()) {
            throw new AssertionError("Expected the comment \"" + text + "\", but the bot said "
                    + comment.map(Said::describe).orElse("nothing"));
        }
        return new TestMessage(bot, comment.orElseThrow().id());
    }
}
