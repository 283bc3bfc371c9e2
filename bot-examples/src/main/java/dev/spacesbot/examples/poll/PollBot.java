package dev.spacesbot.examples.poll;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bot that keeps state across several people and several spaces.
 *
 * <ul>
 *   <li>{@code poll "Where to?" pizza sushi} opens a poll in this space; quotes keep words together;
 *   <li>{@code vote sushi} chooses; the last word of each person counts;
 *   <li>{@code result} shows where it stands, {@code close poll} ends it.
 * </ul>
 *
 * There is one object for all spaces, and spaces are handled side by side: so the polls are in a concurrent map, by space.
 * Within one space messages come one after the other: so a {@link Poll} itself needs no lock.
 */
final class PollBot {

    private final Map<String, Poll> polls = new ConcurrentHashMap<>();

    @OnMessage("poll {question} {options...}")
    String open(String question, String options, Space space) {
        List<String> words = Arrays.stream(options.split("\\s+")).distinct().toList();
        if (words.size() < 2) {
            return "A poll needs two options or more: poll \"Where to?\" pizza sushi";
        }
        Poll poll = new Poll(question, words);
        polls.put(space.id(), poll);
        return poll.ask();
    }

    @OnMessage("vote {option}")
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

    @OnMessage("result")
    String result(Space space) {
        Poll poll = polls.get(space.id());
        return poll == null ? noPoll() : poll.result();
    }

    @OnMessage("close poll")
    String close(Space space) {
        Poll poll = polls.remove(space.id());
        return poll == null ? noPoll() : "Closed. " + poll.result();
    }

    private static String noPoll() {
        return "There is no poll in this space: poll \"Where to?\" pizza sushi";
    }
}
