package dev.spacesbot;

import dev.spacesbot.internal.wire.Markup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say: a chat text, a task or a post. A value: saying it is the bot's business.
 *
 * @param kind chat, task or post
 * @param title of a task or post, as plain text; empty for a chat
 * @param format how {@code body} is written
 * @param body the text; what a task or post says besides its title
 * @param assignees the ids of the people a task is for; empty otherwise
 * @param dueDate when a task is due, or null
 */
public record Reply(
        Kind kind,
        String title,
        Format format,
        String body,
        List<String> assignees,
        @Nullable Instant dueDate) {

    /** What kind of thing is said. */
    public enum Kind {
        /** A chat message; a comment where it answers a task or a post. */
        CHAT,
        /** A new task. */
        TASK,
        /** A new post. */
        POST
    }

    /** How a text is written. */
    public enum Format {
        /** Shown as it is: markup characters are escaped, lines kept. */
        TEXT,
        /** Harmless HTML. */
        HTML
    }

    /** With the assignees copied, and the HTML reduced to what is harmless. */
    public Reply {
        assignees = List.copyOf(assignees);
        body = format == Format.HTML ? Markup.harmless(body) : body;
    }

    /** A plain text, shown as it is. */
    public static Reply text(String text) {
        return chat(Format.TEXT, text);
    }

    /** HTML; what could do harm (scripts, styles, handlers, odd links) is taken out. */
    public static Reply html(String html) {
        return chat(Format.HTML, html);
    }

    /** Markdown (CommonMark); HTML in it is shown, not obeyed. */
    public static Reply markdown(String markdown) {
        return chat(Format.HTML, Markup.markdown(markdown));
    }

    /** A new task in the space. */
    public static Reply task(String title) {
        return new Reply(Kind.TASK, title, Format.TEXT, "", List.of(), null);
    }

    /** A new post in the space, with plain text. */
    public static Reply post(String title, String text) {
        return new Reply(Kind.POST, title, Format.TEXT, text, List.of(), null);
    }

    private static Reply chat(Format format, String body) {
        return new Reply(Kind.CHAT, "", format, body, List.of(), null);
    }

    /** The same task or post with this plain text below the title. */
    public Reply description(String text) {
        return new Reply(kind, title, Format.TEXT, text, assignees, dueDate);
    }

    /** The same task for these people. */
    public Reply assignedTo(String... userIds) {
        return new Reply(kind, title, format, body, List.of(userIds), dueDate);
    }

    /** The same task, due then. */
    public Reply due(Instant dueDate) {
        return new Reply(kind, title, format, body, assignees, dueDate);
    }

    /** The body as the HTML that goes over the wire. */
    public String html() {
        return format == Format.HTML ? body : Markup.escape(body);
    }

    /** Whether there is nothing to say. */
    public boolean isBlank() {
        return title.isBlank() && Markup.plainText(html()).isBlank();
    }
}
