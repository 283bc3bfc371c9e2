package dev.spacesbot.testkit.transcript;

import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnTask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Does a little of everything that a transcript can tell of. */
final class Clerk {

    @OnMessage("hello")
    String hello(User sender) {
        return "Hello, " + sender.displayName() + "!";
    }

    @OnMessage("list {item}")
    String list(String item) {
        return "These:\n• " + item + "\n• water\n• milk";
    }

    @OnMessage("when")
    String when(Message message) {
        return "At " + message.created().atOffset(ZoneOffset.UTC).toLocalTime() + " this is task " + message.id();
    }

    @OnMessage("task {title...}")
    Stream<Reply> task(String title, Message message) {
        Instant due = message.created().plus(Duration.ofHours(32));
        return Stream.of(
                Reply.task(title).assignedTo(message.sender().id()).due(due).description("Soon."),
                Reply.post("News", "There is work.\nFor " + message.sender().displayName() + "."));
    }

    @OnMessage("look {rest...}")
    String look(String rest, Message message) {
        List<String> people =
                message.mentions().stream().map(Mention::displayName).toList();
        List<String> files =
                message.attachments().stream().map(Attachment::name).toList();
        return "I see " + people + " and " + files + " in: " + rest;
    }

    @OnMessage("copy")
    Reply copy(Message message) {
        return Reply.text("Here").attach(Attachable.of("copy.txt", "a copy".getBytes(StandardCharsets.UTF_8)));
    }

    @OnMessage("whisper")
    CompletionStage<Optional<String>> whisper(User sender, Spaces spaces) {
        return spaces.direct(sender.id())
                .thenCompose(space -> spaces.send(space.id(), "Psst."))
                .thenApply(id -> Optional.empty());
    }

    @OnMessage("where")
    String where(Space space) {
        return space.title();
    }

    @OnMessage("break {number}")
    String breaks(int number) {
        return "A tenth of it: " + 10 / number;
    }

    @OnMessage(on = Change.UPDATED)
    String edited(Message message) {
        return "So it is " + message.text() + ".";
    }

    @OnPost
    String post(User sender) {
        return "Read, " + sender.displayName() + ".";
    }

    @OnTask
    String noted(Task task) {
        return "Noted: for " + task.assignees().size() + ", due " + task.dueDate() + ", " + task.description();
    }

    @OnTask(on = Change.UPDATED)
    String changed(Task task) {
        return task.title() + (task.completed() ? " is done" : " is new");
    }
}
