package dev.spacesbot.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param envelope id, space, sender and times
 * @param title the title as plain text
 * @param description the long text as plain text; empty where there is none
 * @param status pending or completed
 * @param assignees the ids of the people it is assigned to; empty where there are none
 * @param dueDate when it is due, or null
 * @param attachments its files; empty where there are none
 */
public record Task(
        Envelope envelope,
        String title,
        String description,
        Status status,
        List<String> assignees,
        @Nullable Instant dueDate,
        List<Attachment> attachments)
        implements SpaceEvent {

    /** How far a task is. The service also writes {@code complete}, {@code 0} and {@code 1}: all are read. */
    public enum Status {
        /** Still to do. */
        PENDING,
        /** Done. */
        COMPLETED
    }

    @Override
    public Task in(Envelope envelope) {
        return new Task(envelope, title, description, status, assignees, dueDate, attachments);
    }

    /** Whether it is done. */
    public boolean completed() {
        return status == Status.COMPLETED;
    }
}
