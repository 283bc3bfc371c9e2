package dev.spacesbot.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Session;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's session in a space, during one run of a handler: what the handler does to it is kept when the run is
 * committed, and nothing of it where it is not. Safe for use by several threads.
 */
public final class StoredSession implements Session {

    /** A stranger's texts must not fill the store. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final String key;
    private final Sessions sessions;
    private @Nullable Entry entry;
    private SessionState before = SessionState.EMPTY;
    private SessionState now = SessionState.EMPTY;
    private boolean read;
    private boolean closed;

    StoredSession(String key, Sessions sessions) {
        this.key = key;
        this.sessions = sessions;
    }

    @Override
    public synchronized String step() {
        return read().step();
    }

    @Override
    public synchronized void next(String step) {
        if (step.isBlank()) {
            throw new IllegalArgumentException("A step must have a name; done() ends a conversation");
        }
        if (!sessions.hasStep(step)) {
            throw new IllegalArgumentException(
                    "No handler answers during \"" + step + "\"; mark one with @OnMessage(during = \"" + step + "\")");
        }
        become(read().withStep(step));
    }

    @Override
    public synchronized void done() {
        read();
        become(SessionState.EMPTY);
    }

    @Override
    public synchronized <T> Optional<T> get(String name, Class<T> type) {
        JsonNode value = read().values().get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            @SuppressWarnings("unchecked") // The class of a primitive type is that of its objects too, and cannot cast.
            Optional<T> found = Optional.ofNullable((T) Values.read(value, type));
            return found;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "What the session keeps as \"" + name + "\" is no " + type.getSimpleName() + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    @Override
    public synchronized void put(String name, @Nullable Object value) {
        SessionState state = read();
        if (value == null) {
            become(state.without(name));
            return;
        }
        try {
            become(state.with(name, Values.write(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "A value of type " + value.getClass().getSimpleName() + " cannot be kept as \"" + name + "\": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    @Override
    public synchronized void expireAfter(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A session is kept for longer than nothing and at most "
                    + LONGEST.toDays() + " days, not for " + time);
        }
        become(read().withLifespan(time));
    }

    private SessionState read() {
        if (!read) {
            read = true;
            entry = sessions.find(key).orElse(null);
            before = entry == null ? SessionState.EMPTY : Sessions.state(entry);
            now = before;
        }
        return now;
    }

    private void become(SessionState state) {
        if (closed) {
            throw new IllegalStateException(
                    "This session was that of a handler which is through; what comes later must be"
                            + " part of the CompletionStage that the handler returns");
        }
        now = state;
    }

    /** Ends it, with nothing changed. */
    public synchronized void discard() {
        closed = true;
    }

    /**
     * Ends it.
     *
     * @return what is to be changed in the store; empty where the handler only read, and the session has more than half of
     *     its time left
     * @throws IllegalStateException where it holds more than is sensible
     */
    public synchronized Optional<Change> close() {
        closed = true;
        if (!read || (now.equals(before) && !isWaning())) {
            return Optional.empty();
        }
        Entry kept = entry;
        if (now.isEmpty()) {
            return Optional.ofNullable(kept).map(Change.Remove::new);
        }
        String json = now.toJson();
        if (json.length() > MOST_CHARACTERS) {
            throw new IllegalStateException("A session may hold " + MOST_CHARACTERS + " characters, and " + key
                    + " would hold " + json.length());
        }
        Instant expires = sessions.timers().now().plus(now.lifespan());
        Entry next = kept == null ? Entry.of(key, json) : kept.withJson(json);
        return Optional.of(new Change.Put(next.expiring(expires)));
    }

    /** Whether the person may find it gone although the handler has used it: half of its time is over. */
    private boolean isWaning() {
        Instant expires = entry == null ? null : entry.expires();
        return expires != null
                && !before.isEmpty()
                && sessions.timers()
                        .now()
                        .isAfter(expires.minus(before.lifespan().dividedBy(2)));
    }
}
