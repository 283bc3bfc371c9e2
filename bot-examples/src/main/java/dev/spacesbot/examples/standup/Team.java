package dev.spacesbot.examples.standup;

import dev.spacesbot.event.User;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who takes part in one space, and who has reported today. People report in their direct spaces, and spaces are handled side by
 * side, so it is locked.
 */
final class Team {

    private final Map<String, User> members = new LinkedHashMap<>();
    private final Set<String> reported = new HashSet<>();

    synchronized void add(User person) {
        members.put(person.id(), person);
    }

    /** Returns false where they were no member. */
    synchronized boolean remove(User person) {
        return members.remove(person.id()) != null;
    }

    synchronized boolean has(User person) {
        return members.containsKey(person.id());
    }

    /** A new day: nobody has reported. Returns the members. */
    synchronized List<User> begin() {
        reported.clear();
        return List.copyOf(members.values());
    }

    synchronized void report(User person) {
        reported.add(person.id());
    }

    /** Those who have not reported. */
    synchronized List<User> missing() {
        return members.values().stream()
                .filter(person -> !reported.contains(person.id()))
                .toList();
    }
}
