package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.session.Values;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a handler puts off. It is kept when the run is committed; what is put off later than that, at once. Safe for
 * use by several threads.
 */
public final class StoredSchedule implements Schedule {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Space space;
    private final @Nullable User user;
    private final Reminders reminders;
    private final Consumer<List<Change>> writer;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private boolean closed;

    /** For a run in {@code space}, set off by {@code user} or by nobody; {@code writer} keeps what is put off later. */
    public StoredSchedule(Space space, @Nullable User user, Reminders reminders, Consumer<List<Change>> writer) {
        this.space = space;
        this.user = user;
        this.reminders = reminders;
        this.writer = writer;
    }

    @Override
    public String in(Duration delay, Reply reply) {
        return at(after(delay), reply);
    }

    @Override
    public String at(Instant time, Reply reply) {
        if (reply.extras().direct() && user == null) {
            throw new IllegalArgumentException(
                    "Nobody set this off, so Reply.inDirectMessage means nobody: send to the space that Spaces.direct gives");
        }
        return put(time, new Reminder(id(), space, user, reply, "", NullNode.instance));
    }

    @Override
    public String in(Duration delay, String reminder, @Nullable Object value) {
        return at(after(delay), reminder, value);
    }

    @Override
    public String at(Instant time, String reminder, @Nullable Object value) {
        if (!reminders.knows(reminder)) {
            throw new IllegalArgumentException("There is no @OnReminder(\"" + reminder + "\")");
        }
        return put(time, new Reminder(id(), space, user, null, reminder, json(value)));
    }

    /** In the order of these calls, since stores tell of what is due at one time by its keys. */
    private String id() {
        return String.format("%016x-%s", reminders.nextNumber(), UUID.randomUUID());
    }

    private Instant after(Duration delay) {
        if (delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Something can be put off for " + LONGEST.toDays() + " days, not for " + delay);
        }
        return reminders.now().plus(delay.isNegative() ? Duration.ZERO : delay);
    }

    private static JsonNode json(@Nullable Object value) {
        try {
            return Values.write(value);
        } catch (JsonProcessingException e) {
            String type = value == null ? "null" : value.getClass().getSimpleName();
            throw new IllegalArgumentException(
                    "A value of type " + type + " cannot be put off: " + e.getOriginalMessage(), e);
        }
    }

    private String put(Instant time, Reminder reminder) {
        String key = Reminders.key(reminder.id());
        change(key, new Change.Put(Entry.of(key, ReminderJson.write(reminder)).due(time)));
        return reminder.id();
    }

    @Override
    public boolean cancel(String id) {
        String key = Reminders.key(id);
        synchronized (this) {
            Change before = changes.get(key);
            if (before != null) {
                // What this run has put off itself was never kept; what it has cancelled is not there any more.
                return before instanceof Change.Put && changes.remove(key) != null;
            }
        }
        Optional<Entry> kept = reminders.waiting(key);
        kept.ifPresent(entry -> change(key, new Change.Remove(entry)));
        return kept.isPresent();
    }

    private void change(String key, Change change) {
        synchronized (this) {
            if (!closed) {
                changes.put(key, change);
                return;
            }
        }
        writer.accept(List.of(change));
    }

    /** Ends the collecting; returns what is to be changed in the store. */
    public synchronized List<Change> close() {
        closed = true;
        List<Change> all = List.copyOf(changes.values());
        changes.clear();
        return all;
    }
}
