package dev.spacesbot.transport;

import dev.spacesbot.event.Attachment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way out to a space.
 *
 * @param spaceId where to
 * @param category chat, task or post
 * @param content what
 * @param parentId the task or post it comments on, or null
 * @param loopback identifies this sending; the service repeats it in the echo to this connection alone
 */
public record Outgoing(
        String spaceId,
        Category category,
        Content content,
        @Nullable String parentId,
        String loopback) {

    /** The same with these files. */
    public Outgoing with(List<Attachment> attachments) {
        Content files = new Content(
                content.bodyText(), content.description(), content.assignees(), content.dueDate(), attachments);
        return new Outgoing(spaceId, category, files, parentId, loopback);
    }

    /** What kind of thing is sent. */
    public enum Category {
        /** A chat message or a comment. */
        CHAT("chat"),
        /** A task. */
        TASK("task"),
        /** A post. */
        POST("idea");

        private final String wireName;

        Category(String wireName) {
            this.wireName = wireName;
        }

        /** The word for it on the wire. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * What is sent.
     *
     * @param bodyText HTML of a chat; title of a task or post
     * @param description HTML of a task or post; empty for a chat
     * @param assignees ids of the people a task is for; empty otherwise
     * @param dueDate of a task, or null
     * @param attachments files that are uploaded already; empty for none
     */
    public record Content(
            String bodyText,
            String description,
            List<String> assignees,
            @Nullable Instant dueDate,
            List<Attachment> attachments) {

        /** The content of a chat message. */
        public static Content chat(String html) {
            return new Content(html, "", List.of(), null, List.of());
        }
    }
}
