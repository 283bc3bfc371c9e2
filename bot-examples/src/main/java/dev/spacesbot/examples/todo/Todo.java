package dev.spacesbot.examples.todo;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnTask;
import java.util.Optional;

/**
 * A bot that keeps tasks moving.
 *
 * <ul>
 *   <li>{@code todo Water the plants} becomes a task, assigned to whoever asked;
 *   <li>a task that somebody else creates gets a comment: a reply to a task stands below it;
 *   <li>when a task is completed, the bot comments on that. Changes of a task are events of their own: {@code on =
 *       UPDATED} asks for them, and {@link Task#completed()} tells the change that matters from the others.
 * </ul>
 *
 * The task that the bot itself creates comes back to it as well, as everything does that is sent to a space; the framework
 * keeps a bot's own messages from it, so it never talks to itself.
 */
final class Todo {

    @OnMessage(value = "todo {title...}", description = "makes a task of it", example = "todo Water the plants")
    Reply todo(String title, User sender) {
        return Reply.task(title).assignedTo(sender);
    }

    @OnTask
    String seen(Task task) {
        return "I will keep an eye on \"" + task.title() + "\".";
    }

    @OnTask(on = Change.UPDATED)
    Optional<String> done(Task task) {
        return task.completed() ? Optional.of("Well done: \"" + task.title() + "\".") : Optional.empty();
    }
}
