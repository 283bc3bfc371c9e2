package dev.spacesbot.examples.triage;

import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnTask;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bot that takes bugs in: tasks for people until a day, posts, and what can be done once the service has answered.
 *
 * <ul>
 *   <li>{@code duty @Ann} says who gets what comes in from now on: a {@link User} parameter takes a mention or a name, and a
 *       reply can mention people;
 *   <li>{@code bug "The roof leaks" for @Bob by friday} becomes a task. What stands in brackets in the template may be left
 *       out, and {@link Optional} parameters tell whether it was: then it is for whoever is on duty, within three days;
 *   <li>a post becomes a task too, and gets a comment;
 *   <li>{@code bugs} posts what is open, as a list in Markdown;
 *   <li>a task that is done gets a comment and leaves the list.
 * </ul>
 *
 * What a method returns is said at once. The id of what the bot makes is known only once the service has answered: for that
 * there is {@link Spaces#send}, and a method may return the {@link CompletionStage} that goes on from there. The space's next
 * message waits for it.
 */
final class Triage {

    private static final int DAYS = 3;

    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    @OnMessage(value = "duty {person}", description = "says who gets the bugs that come in", example = "duty @Ann")
    Reply duty(User person, Space space) {
        desk(space).onDuty(person);
        return Reply.text("@" + person.displayName() + " is on duty.").mentioning(person);
    }

    @OnMessage(
            value = "bug {title} [for {person}] [by {day}]",
            description = "makes a task of a bug",
            example = "bug \"The roof leaks\" for @Bob by friday")
    CompletionStage<Void> bug(
            String title, Optional<User> person, Optional<LocalDate> day, Message message, Spaces spaces) {
        Optional<User> assignee = person.or(desk(message.space())::onDuty);
        Bug bug = new Bug(title, assignee, day.orElse(inAFewDays(message)));
        return open(bug, "", message.space(), spaces);
    }

    @OnPost
    CompletionStage<String> post(Post post, Spaces spaces) {
        Bug bug = new Bug(post.title(), desk(post.space()).onDuty(), inAFewDays(post));
        String whoever = bug.assignee().map(User::displayName).orElse("Somebody");
        return open(bug, post.text(), post.space(), spaces)
                .thenApply(done -> whoever + " will look into it until " + bug.due() + ".");
    }

    @OnTask(on = Change.UPDATED)
    Optional<String> done(Task task) {
        Desk desk = desk(task.space());
        return task.completed()
                ? desk.close(task.id()).map(bug -> "Well done! Still open: " + desk.size() + ".")
                : Optional.empty();
    }

    @OnMessage(value = "bugs", description = "posts what is open")
    Reply bugs(Space space) {
        Desk desk = desk(space);
        return desk.size() == 0
                ? Reply.text("Nothing is open.")
                : Reply.post("Open bugs: " + desk.size(), Reply.markdown(desk.list()));
    }

    private CompletionStage<Void> open(Bug bug, String description, Space space, Spaces spaces) {
        Reply task = Reply.task(bug.title())
                .description(description)
                .assignedTo(bug.assignee().stream().toList())
                .due(bug.due());
        return spaces.send(space.id(), task).thenAccept(id -> desk(space).add(id, bug));
    }

    private static LocalDate inAFewDays(SpaceEvent event) {
        return LocalDate.ofInstant(event.created(), ZoneOffset.UTC).plusDays(DAYS);
    }

    private Desk desk(Space space) {
        return desks.computeIfAbsent(space.id(), id -> new Desk());
    }
}
