package dev.spacesbot;

import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.internal.wire.Mentions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say: a chat text, a task or a post. A value: saying it is the bot's business.
 *
 * <pre>{@code
 * Reply.markdown("**Done**, @Ann Lee").mentioning(ann);
 * Reply.task("Water the plants").assignedTo(ann).due(LocalDate.of(2026, 3, 1));
 * Reply.text("Your PIN is 4821.").inDirectMessage();
 * Reply.text("The figures of March").attach(Path.of("march.csv"));
 * }</pre>
 *
 * <p>What makes no sense for a kind, such as a due date on a chat text, is an {@link IllegalArgumentException}.
 *
 * @param kind chat, task or post
 * @param title of a task or post, as plain text; empty for a chat
 * @param text what a chat says; what a task or post says besides its title
 * @param assignment whom a task is for, and until when; nobody and never otherwise
 * @param extras who is mentioned, its files, and where it goes
 */
public record Reply(Kind kind, String title, Text text, Assignment assignment, Extras extras) {

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

    /**
     * A text, and how it is written; HTML is reduced to what is harmless.
     *
     * @param source the text as it was given, or the harmless HTML
     */
    public record Text(Format format, String source) {

        private static final Text NONE = new Text(Format.TEXT, "");

        /** With the HTML reduced to what is harmless. */
        public Text {
            source = format == Format.HTML ? Markup.harmless(source) : source;
        }

        /** The text as HTML. */
        public String html() {
            return format == Format.HTML ? source : Markup.escape(source);
        }
    }

    /**
     * Whom a task is for, and until when.
     *
     * @param assignees the ids of the people; empty for nobody
     * @param dueDate when it is due, or null
     */
    public record Assignment(
            List<String> assignees, @Nullable Instant dueDate) {

        private static final Assignment NONE = new Assignment(List.of(), null);

        /** With the assignees copied. */
        public Assignment {
            assignees = List.copyOf(assignees);
            if (assignees.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("An assignee needs an id: take it from User.id()");
            }
        }
    }

    /**
     * What a text comes with.
     *
     * @param mentioned the people that are told of it; empty for nobody
     * @param attachments its files; empty for none
     * @param direct whether it goes to the direct space with whoever wrote, instead of the space where they did
     */
    public record Extras(List<User> mentioned, List<Attachable> attachments, boolean direct) {

        private static final Extras NONE = new Extras(List.of(), List.of(), false);

        /** With the lists copied. */
        public Extras {
            mentioned = List.copyOf(mentioned);
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * Takes the parts together.
     *
     * @throws IllegalArgumentException where they do not belong together
     */
    public Reply {
        if (kind == Kind.CHAT && !title.isEmpty()) {
            throw new IllegalArgumentException("A message has no title: begin with Reply.task or Reply.post");
        }
        if (kind != Kind.TASK && !assignment.equals(Assignment.NONE)) {
            throw new IllegalArgumentException("Only a task has assignees and a due date: begin with Reply.task");
        }
        if (kind != Kind.CHAT && extras.direct()) {
            throw new IllegalArgumentException(
                    "A direct space takes messages alone, no tasks and no posts: send those to"
                            + " the space, and a message in direct");
        }
    }

    /** A plain text, shown as it is. */
    public static Reply text(String text) {
        return chat(new Text(Format.TEXT, text));
    }

    /** HTML; what could do harm (scripts, styles, handlers, odd links) is taken out. */
    public static Reply html(String html) {
        return chat(new Text(Format.HTML, html));
    }

    /** Markdown (CommonMark, and GitHub's {@code ~~struck through~~} and bare links); HTML in it is shown, not obeyed. */
    public static Reply markdown(String markdown) {
        return chat(new Text(Format.HTML, Markup.markdown(markdown)));
    }

    /** A new task in the space. */
    public static Reply task(String title) {
        return new Reply(Kind.TASK, title, Text.NONE, Assignment.NONE, Extras.NONE);
    }

    /** A new post in the space, with plain text. */
    public static Reply post(String title, String text) {
        return post(title, text(text));
    }

    /** A new post in the space, with the text of a reply, such as {@link #markdown}. */
    public static Reply post(String title, Reply text) {
        return new Reply(Kind.POST, title, Text.NONE, Assignment.NONE, Extras.NONE).description(text);
    }

    private static Reply chat(Text text) {
        return new Reply(Kind.CHAT, "", text, Assignment.NONE, Extras.NONE);
    }

    /** The same task or post with this plain text below the title, in place of what was there. */
    public Reply description(String text) {
        return description(text(text));
    }

    /** The same task or post with the text of a reply, such as {@link #markdown}, below the title. */
    public Reply description(Reply text) {
        if (kind == Kind.CHAT) {
            throw new IllegalArgumentException(
                    "A message has no description: put everything into its text, or begin with Reply.task or Reply.post");
        }
        if (text.kind != Kind.CHAT || !text.extras.equals(Extras.NONE)) {
            throw new IllegalArgumentException("A description is a text alone: call mentioning and attach on the "
                    + word() + " itself, and give Reply.text, html or markdown here");
        }
        return new Reply(kind, title, text.text, assignment, extras);
    }

    private String word() {
        return kind == Kind.TASK ? "task" : "post";
    }

    /** The same task for these people, by their ids, in place of those before. */
    public Reply assignedTo(String... userIds) {
        return with(new Assignment(List.of(userIds), assignment.dueDate()));
    }

    /** The same task for these people, in place of those before. */
    public Reply assignedTo(User... people) {
        return assignedTo(Arrays.asList(people));
    }

    /** The same task for these people, in place of those before. */
    public Reply assignedTo(Collection<User> people) {
        return with(new Assignment(people.stream().map(User::id).toList(), assignment.dueDate()));
    }

    /** The same task, due then. */
    public Reply due(Instant dueDate) {
        return with(new Assignment(assignment.assignees(), dueDate));
    }

    /** The same task, due on that day: at noon UTC, which is that very day almost wherever people look at it. */
    public Reply due(LocalDate day) {
        return due(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    /**
     * The same, telling these people, besides those before. Where the text of the message, or of the task or post below its
     * title, has {@code @Display Name}, that becomes the mention; who is not named there is put in front.
     */
    public Reply mentioning(User... people) {
        return mentioning(Arrays.asList(people));
    }

    /** The same, telling these people, as {@link #mentioning(User...)} does. */
    public Reply mentioning(Collection<User> people) {
        List<User> all = new ArrayList<>(extras.mentioned());
        for (User user : people) {
            if (user.id().isBlank()) {
                throw new IllegalArgumentException("Nobody without an id can be mentioned");
            }
            if (!all.contains(user)) {
                all.add(user);
            }
        }
        return with(new Extras(all, extras.attachments(), extras.direct()));
    }

    /** The same with this file, besides those before. Its size is taken, and its content read, when the reply is sent. */
    public Reply attach(Path file) {
        return attach(Attachable.file(file));
    }

    /** The same with this file, besides those before. A text may be empty then. */
    public Reply attach(Attachable file) {
        List<Attachable> all = new ArrayList<>(extras.attachments());
        all.add(file);
        return with(new Extras(extras.mentioned(), all, extras.direct()));
    }

    /**
     * The same message in the direct space with whoever wrote what this answers, instead of the space where they did; opened
     * where there is none yet. For what a handler returns: {@link Spaces#send} is told where to.
     */
    public Reply inDirectMessage() {
        return with(new Extras(extras.mentioned(), extras.attachments(), true));
    }

    private Reply with(Assignment assignment) {
        return new Reply(kind, title, text, assignment, extras);
    }

    private Reply with(Extras extras) {
        return new Reply(kind, title, text, assignment, extras);
    }

    /** The text as the HTML that goes over the wire, mentions included. */
    public String html() {
        return Mentions.insert(text.html(), extras.mentioned());
    }

    /** Whether there is nothing to say. */
    public boolean isBlank() {
        return extras.attachments().isEmpty()
                && title.isBlank()
                && Markup.plainText(html()).isBlank();
    }
}
