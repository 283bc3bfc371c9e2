package dev.spacesbot.playground.recording.parrot;

import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnPresence;
import dev.spacesbot.handler.OnTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Repeats all that it hears, so that nothing can be told wrongly without being noticed. */
public final class Parrot {

    private String perch = "";

    @OnMessage
    String hears(Message message, User sender) {
        List<String> people =
                message.mentions().stream().map(Mention::displayName).toList();
        List<String> files =
                message.attachments().stream().map(Attachment::name).toList();
        return sender.displayName() + " " + people + files + ": " + message.text();
    }

    @OnMessage(addressed = Addressed.MENTION)
    String hearsItsName(Message message) {
        return "You said to me: " + message.text();
    }

    @OnMessage(on = Change.UPDATED)
    String hearsAgain(Message message) {
        return "Now: " + message.text();
    }

    @OnMessage("id")
    String id(Message message) {
        return "It is " + message.id() + ", yes, " + message.id();
    }

    @OnMessage("find {id} {rest...}")
    String find(String id, String rest) {
        return "Found " + id + " for " + rest;
    }

    @OnMessage("make {title...}")
    Stream<Reply> make(String title, Message message) {
        return Stream.of(
                Reply.task(title).assignedTo(message.sender().id()).description("Soon.\n\n  Or later."),
                Reply.post(title, "- one\n- two"),
                Reply.text("Here").attach(Attachable.of("a \"b\".txt", "text")));
    }

    @OnMessage("whisper {rest...}")
    CompletionStage<Optional<String>> whisper(String rest, User sender, Spaces spaces) {
        return spaces.direct(sender.id())
                .thenCompose(space -> spaces.send(space.id(), rest))
                .thenApply(id -> Optional.empty());
    }

    @OnMessage("perch")
    String perch(Space space) {
        perch = space.id();
        return "I sit in " + space.title() + ".";
    }

    @OnMessage("shout {rest...}")
    CompletionStage<Optional<String>> shout(String rest, Space space, Spaces spaces) {
        return spaces.send(perch.isEmpty() ? space.id() : perch, rest).thenApply(id -> Optional.empty());
    }

    @OnMessage("open")
    @Allow(roles = Role.ADMIN)
    String open(Space space) {
        return space.title() + " is open.";
    }

    @OnTask
    String task(Task task) {
        return task.title() + " for " + task.assignees().size() + ", " + task.dueDate() + ": " + task.description();
    }

    @OnTask(on = Change.UPDATED)
    String changedTask(Task task) {
        return task.title() + (task.completed() ? " is done" : " it is");
    }

    @OnPost
    String post(Post post) {
        return post.title() + ": " + post.text();
    }

    @OnPresence(on = Presence.Kind.ENTERED)
    String welcome(User sender) {
        return "Welcome, " + sender.displayName() + "!";
    }
}
