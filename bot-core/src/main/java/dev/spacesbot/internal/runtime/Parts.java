package dev.spacesbot.internal.runtime;

import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.Mention;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.Outgoing.Content;
import dev.spacesbot.transport.TransportException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;

/** Cuts a long text into parts that the service takes: at paragraphs, else sentences, else words, in order. */
final class Parts {

    /** The service takes 16 KB of JSON an event; this much of it is left to the text. */
    static final int MOST_BYTES = 16 * 1024 - 1024;

    /** The most bytes that one character may need, escaped for HTML, then for JSON. */
    private static final int MOST_BYTES_PER_CHAR = 6;

    /** What {@code {"id":"","type":"anonymous","title":""},} takes, and a little more. */
    private static final int MENTION_BYTES = 48;

    /** What an attachment takes besides its name and type. */
    private static final int ATTACHMENT_BYTES = 320;

    /** What an assignee takes besides the id. */
    private static final int ASSIGNEE_BYTES = 10;

    private final int room;

    private Parts(int room) {
        this.room = room;
    }

    /**
     * The contents to send for a reply, one or more; its files, which belong to the last, are left out, and have room there.
     *
     * @throws TransportException where a task or post is too long, or the files are too many: these cannot be cut
     */
    static List<Content> of(Reply reply) {
        List<Attachable> files = reply.extras().attachments();
        int taken = 0;
        for (Attachable file : files) {
            taken += ATTACHMENT_BYTES + bytes(file.name()) + bytes(file.mimeType());
        }
        if (taken > MOST_BYTES / 2) {
            throw new TransportException(
                    TransportException.Kind.REJECTED,
                    files.size() + " files are too many for one message: send them in several");
        }
        Parts parts = new Parts(MOST_BYTES - taken);
        return reply.kind() == Reply.Kind.CHAT ? parts.chat(reply) : List.of(parts.whole(reply));
    }

    /** What each of them is sent as. */
    static Outgoing.Category category(Reply reply) {
        return switch (reply.kind()) {
            case CHAT -> Outgoing.Category.CHAT;
            case TASK -> Outgoing.Category.TASK;
            case POST -> Outgoing.Category.POST;
        };
    }

    private Content whole(Reply reply) {
        String title = Markup.escape(reply.title());
        String html = reply.html();
        Reply.Assignment assignment = reply.assignment();
        int people = 0;
        for (String id : assignment.assignees()) {
            people += ASSIGNEE_BYTES + bytes(id);
        }
        if (bytes(title) + cost(html) + people > room) {
            throw new TransportException(
                    TransportException.Kind.REJECTED,
                    "A task or post is too long: title and description may take " + room
                            + " bytes; put the rest into messages");
        }
        return new Content(title, html, assignment.assignees(), assignment.dueDate(), List.of());
    }

    private List<Content> chat(Reply reply) {
        String html = reply.html();
        boolean names = !reply.extras().mentioned().isEmpty();
        if ((!names && html.length() <= room / MOST_BYTES_PER_CHAR) || cost(html) <= room) {
            return List.of(Content.chat(html));
        }
        boolean plain = !names && reply.text().format() == Reply.Format.TEXT;
        List<String> texts = plain ? cut(reply.text().source()) : cutHtml(html);
        if (texts.isEmpty() && !reply.extras().attachments().isEmpty()) {
            return List.of(Content.chat(""));
        }
        return texts.stream().map(Content::chat).toList();
    }

    private List<String> cutHtml(String html) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int filled = 0;
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Node node : document.body().childNodes()) {
            String piece = node.outerHtml();
            int bytes = cost(piece);
            if (filled + bytes > room) {
                flush(part, parts);
                filled = 0;
            }
            if (bytes > room) {
                // One element that is too long by itself loses its markup: tags cannot be cut in the middle.
                parts.addAll(cut(Markup.plainText(piece)));
            } else {
                part.append(piece);
                filled += bytes;
            }
        }
        flush(part, parts);
        return parts;
    }

    private static void flush(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    /** Cuts plain text; the parts are escaped. */
    private List<String> cut(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = cutAt(rest, fitting(rest));
            parts.add(Markup.escape(rest.substring(0, end).stripTrailing()));
            rest = rest.substring(end).stripLeading();
        }
        return parts;
    }

    /** How many characters fit, never half of a pair. */
    private int fitting(String text) {
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            bytes += escapedBytes(point);
            if (bytes > room) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    /** What a character takes, escaped. */
    private static int escapedBytes(int point) {
        return switch (point) {
            case '<', '>', '\n' -> "&lt;".length();
            case '&' -> "&amp;".length();
            default -> bytes(Character.toString(point));
        };
    }

    private static int cutAt(String text, int fitting) {
        if (fitting == text.length()) {
            return fitting;
        }
        int paragraph = text.lastIndexOf("\n\n", fitting);
        if (paragraph > fitting / 2) {
            return paragraph;
        }
        int sentence = -1;
        int word = -1;
        for (int i = fitting; i > fitting / 2 && sentence < 0; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                word = Math.max(word, i);
                sentence = ".!?…\n".indexOf(text.charAt(i - 1)) >= 0 || text.charAt(i) == '\n' ? i : -1;
            }
        }
        if (sentence > 0) {
            return sentence;
        }
        return word > 0 ? word : fitting;
    }

    /** How many bytes HTML takes in an event: mentions are told once more beside it. */
    private static int cost(String html) {
        int bytes = bytes(html);
        for (Mention mention : Markup.mentions(html)) {
            bytes += MENTION_BYTES + bytes(mention.userId()) + bytes(mention.displayName());
        }
        return bytes;
    }

    /** How many bytes a text takes as a JSON string in UTF-8. */
    private static int bytes(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                bytes += 6;
            } else if (c < 0x80) {
                bytes += c == '"' || c == '\\' ? 2 : 1;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                bytes += 2;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
