package dev.spacesbot.testkit;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
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

    /** The bot's next comment on this task or post has this text, compared as plain text. */
    public void expectComment(String text) {
        Optional<SpaceEvent> comment =
                bot.said().take(event -> event instanceof Message message && id.equals(message.parentId()));
        String said = comment.map(Said::describe).orElse("nothing");
        if (!said.equals("comment \"" + text + "\"")) {
            throw new AssertionError("Expected the comment \"" + text + "\", but the bot said " + said);
        }
    }
}
