package dev.spacesbot.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat message.
 *
 * @param envelope id, space, sender and times
 * @param text the plain text
 * @param html the text as it came, usually HTML; never send it on unescaped
 * @param mentions the people named in it, in order; empty where there are none
 * @param attachments its files; empty where there are none
 * @param parentId the task or post it comments on, or null
 */
public record Message(
        Envelope envelope,
        String text,
        String html,
        List<Mention> mentions,
        List<Attachment> attachments,
        @Nullable String parentId)
        implements SpaceEvent {

    @Override
    public Message in(Envelope envelope) {
        return new Message(envelope, text, html, mentions, attachments, parentId);
    }

    /** Whether it is a comment on a task or a post. */
    public boolean isComment() {
        return parentId != null;
    }
}
