package dev.spacesbot.examples.triage;

import dev.spacesbot.event.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is open in one space, and who is on duty there. Used by one thread at a time: a space's messages are handled in turn. */
final class Desk {

    private final Map<String, Bug> open = new LinkedHashMap<>();
    private @Nullable User onDuty;

    void onDuty(User person) {
        onDuty = person;
    }

    Optional<User> onDuty() {
        return Optional.ofNullable(onDuty);
    }

    /** Keeps a bug by the id of its task. */
    void add(String taskId, Bug bug) {
        open.put(taskId, bug);
    }

    /** Takes a bug off; empty where there is none with this task. */
    Optional<Bug> close(String taskId) {
        return Optional.ofNullable(open.remove(taskId));
    }

    int size() {
        return open.size();
    }

    /** What is open as a list in Markdown. */
    String list() {
        return open.values().stream().map(bug -> "- " + bug).collect(Collectors.joining("\n"));
    }
}
