package dev.spacesbot.transcript;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody does something.
 *
 * @param who the name
 * @param verb what
 * @param object the title of what is made, or the title or text of what it is done to; empty where there is none
 * @param details what else the line says
 * @param text what is said or written; its lines have no blanks at their ends
 */
public record Deed(String who, Verb verb, String object, Details details, String text) implements Step {

    private static final int INDENT = 4;

    /**
     * What else a line may say.
     *
     * @param assignees the names of the people a task is for; empty where there are none
     * @param due when a task is due, in UTC: {@code 2026-01-09 17:00}, or the date alone for noon, as for
     *     {@code Reply.due(LocalDate)}; empty where it is not
     * @param files the names of the files that go with it; empty where there are none
     * @param which the how manieth of that title or text it is done to, counted from 1 in the order in which they were
     *     made; 0 for the last
     */
    public record Details(List<String> assignees, String due, List<String> files, int which) {

        /** Nothing else. */
        public static final Details NONE = new Details(List.of(), "", List.of());

        /** Done to the last one, if to any. */
        public Details(List<String> assignees, String due, List<String> files) {
            this(assignees, due, files, 0);
        }

        /** With the lists copied. */
        public Details {
            assignees = List.copyOf(assignees);
            files = List.copyOf(files);
        }

        /**
         * When a task is due; null where it is not, or where a placeholder stands for it.
         *
         * @throws java.time.DateTimeException where there is no such date
         */
        public @Nullable Instant dueDate() {
            if (due.isEmpty() || due.startsWith("{")) {
                return null;
            }
            return LocalDateTime.parse(due.contains(" ") ? due.replace(' ', 'T') : due + "T12:00")
                    .toInstant(ZoneOffset.UTC);
        }

        private String words() {
            StringBuilder words = new StringBuilder(which == 0 ? "" : " (" + which + ")");
            if (!assignees.isEmpty()) {
                words.append(" for ")
                        .append(assignees.stream().map(Quotes::aroundName).collect(Collectors.joining(", ")));
            }
            if (!due.isEmpty()) {
                words.append(" due ").append(due);
            }
            if (!files.isEmpty()) {
                words.append(" with ").append(files.stream().map(Quotes::around).collect(Collectors.joining(", ")));
            }
            return words.toString();
        }
    }

    /** How a transcript calls what an event knows by its id. */
    public interface Names {

        /** The name of a person or a bot; the id where there is none. */
        String person(String id);

        /** The title of a task or post; the id where there is none. */
        String title(String id);
    }

    /** With the blanks taken off the ends of the text and of its lines. */
    public Deed {
        text = text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** What an event tells of, seen as new, in a transcript's words. */
    public static Deed of(SpaceEvent event, Names names) {
        String who = names.person(event.sender().id());
        if (event instanceof Task task) {
            List<String> assignees =
                    task.assignees().stream().map(names::person).toList();
            Details details = new Details(assignees, written(task.dueDate()), fileNames(task.attachments()));
            return new Deed(who, Verb.CREATES_TASK, task.title(), details, task.description());
        }
        if (event instanceof Post post) {
            Details details = new Details(List.of(), "", fileNames(post.attachments()));
            return new Deed(who, Verb.POSTS, post.title(), details, post.text());
        }
        Message message = (Message) event;
        Details details = new Details(List.of(), "", fileNames(message.attachments()));
        String parent = message.parentId();
        return parent == null
                ? new Deed(who, Verb.SAYS, "", details, message.text())
                : new Deed(who, Verb.COMMENTS, names.title(parent), details, message.text());
    }

    private static List<String> fileNames(List<Attachment> files) {
        return files.stream().map(Attachment::name).toList();
    }

    private static String written(@Nullable Instant due) {
        if (due == null) {
            return "";
        }
        LocalDateTime time = LocalDateTime.ofInstant(due, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return time.toLocalDate() + (time.toLocalTime().equals(LocalTime.NOON) ? "" : " " + time.toLocalTime());
    }

    /** The same with other words, in place of those of a person. */
    public Deed with(UnaryOperator<String> words) {
        return new Deed(who, verb, words.apply(object), details, words.apply(text));
    }

    /** Whether it has all that its line must have, and nothing that it must not have. */
    public boolean complete() {
        boolean wordless = text.isEmpty() && details.files().isEmpty();
        boolean forNobody = details.assignees().isEmpty() && details.due().isEmpty();
        return object.isEmpty() != verb.needsObject()
                && (wordless ? !verb.needsText() : verb.allowsText())
                && (forNobody || verb == Verb.CREATES_TASK)
                && (details.which() == 0 || verb.refers());
    }

    @Override
    public List<String> lines() {
        String name = Quotes.aroundName(who);
        String head = name
                + (verb.words().isEmpty() ? "" : " " + verb.words())
                + (object.isEmpty() ? "" : " " + Quotes.around(object))
                + details.words();
        List<String> text = this.text.lines().toList();
        if (text.isEmpty()) {
            return List.of(verb == Verb.SAYS && details.equals(Details.NONE) ? head + ":" : head);
        }
        boolean beside = text.size() == 1 || head.equals(name);
        List<String> lines = new ArrayList<>();
        lines.add(head + ":" + (beside ? " " + text.get(0) : ""));
        String indent = " ".repeat(head.equals(name) ? head.length() + 2 : INDENT);
        text.subList(beside ? 1 : 0, text.size()).forEach(line -> lines.add(line.isEmpty() ? "" : indent + line));
        return lines;
    }
}
