package dev.spacesbot.event;

import java.util.List;

/**
 * A post; on the wire an {@code idea}.
 *
 * @param envelope id, space, sender and times
 * @param title the title as plain text
 * @param text the long text as plain text; empty where there is none
 * @param html the long text as it came, usually HTML; never send it on unescaped
 * @param attachments its files; empty where there are none
 */
public record Post(Envelope envelope, String title, String text, String html, List<Attachment> attachments)
        implements SpaceEvent {

    @Override
    public Post in(Envelope envelope) {
        return new Post(envelope, title, text, html, attachments);
    }
}
