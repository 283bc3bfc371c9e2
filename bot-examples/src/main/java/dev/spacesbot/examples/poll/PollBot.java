package dev.spacesbot.examples.poll;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bot that keeps state across several people and several spaces.
 *
 * <ul>
 *   <li>{@code poll "Where to?" pizza sushi} opens a poll in this space; quotes keep words together, and a
 *       {@code List} takes the words that are left;
 *   <li>{@code vote sushi} chooses; the last word of each person counts;
 *   <li>{@code result} shows where it stands, {@code close poll} ends it.
 * </ul>
 *
 * There is one object for all spaces, and spaces are handled side by side: so the polls are in a concurrent map, by space.
 * Within one space messages come one after the other: so a {@link Poll} itself needs no lock.
 */
final class PollBot {

    private final Map<String, Poll> polls = new ConcurrentHashMap<>();

    @OnMessage(
            value = "poll {question} {options...}",
            description = "opens a poll",
            example = "poll \"Where to?\" pizza sushi")
    String open(String question, List<String> options, Space space) {
        if (Set.copyOf(options).size() < 2) {
            return "A poll needs two options or more: poll \"Where to?\" pizza sushi";
        }
        Poll poll = new Poll(question, options);
        polls.put(space.id(), poll);
        return poll.ask();
    }

    @OnMessage(value = "vote {option}", description = "chooses an option")
    String vote(String option, User sender, Space space) {
        Poll poll = polls.get(space.id());
        if (poll == null) {
            return noPoll();
        }
        return poll.option(option)
                .map(chosen -> {
                    poll.choose(sender, chosen);
                    return sender.displayName() + " is for " + chosen + ".";
                })
                .orElseGet(() -> "You can vote for " + poll.optionsInWords() + ".");
    }

    @OnMessage(value = "result", description = "shows where the poll stands")
    String result(Space space) {
        Poll poll = polls.get(space.id());
        return poll == null ? noPoll() : poll.result();
    }

    @OnMessage(value = "close poll", description = "ends the poll")
    String close(Space space) {
        Poll poll = polls.remove(space.id());
        return poll == null ? noPoll() : "Closed. " + poll.result();
    }

    private static String noPoll() {
        return "There is no poll in this space: poll \"Where to?\" pizza sushi";
    }
}
