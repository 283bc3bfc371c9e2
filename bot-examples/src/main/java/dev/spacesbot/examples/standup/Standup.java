package dev.spacesbot.examples.standup;

import dev.spacesbot.Reply;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.OnMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A bot that asks everybody in private and tells the team: steps, times and direct messages.
 *
 * <ul>
 *   <li>{@code join standup}, in the team's space, takes part from now on; the answer comes in direct;
 *   <li>on weekdays at 9:30 it greets every member in private. A {@link Cron} method that takes a {@link Space} runs once for
 *       each space;
 *   <li>{@code standup}, said to it in private, begins the conversation. Each question sets the next step, and the methods
 *       {@code during} a step take the answers; what was said before is kept in the {@link Session};
 *   <li>the report becomes a post in the team's space;
 *   <li>at 10:00 the team hears who is missing.
 * </ul>
 */
final class Standup {

    private static final String YESTERDAY = "yesterday";
    private static final String TODAY = "today";
    private static final String OBSTACLES = "obstacles";

    private final Map<String, Team> teams = new ConcurrentHashMap<>();

    @OnMessage(value = "join standup", description = "takes part, here")
    Reply join(User sender, Space space) {
        team(space).add(sender);
        return Reply.text("Welcome! On weekdays at 9:30 I will ask you about your day.")
                .inDirectMessage();
    }

    @OnMessage(value = "leave standup", description = "takes part no more")
    String leave(User sender, Space space) {
        return team(space).remove(sender) ? "See you, " + sender.displayName() + "." : "You did not take part.";
    }

    @Cron("30 9 * * MON-FRI")
    CompletionStage<Void> begin(Space space, Spaces spaces) {
        List<CompletableFuture<String>> greetings = team(space).begin().stream()
                .map(member -> greet(member, spaces).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(greetings.toArray(CompletableFuture[]::new));
    }

    private static CompletionStage<String> greet(User member, Spaces spaces) {
        return spaces.direct(member)
                .thenCompose(direct -> spaces.send(
                        direct.id(), "Good morning, " + member.displayName() + "! Say standup when you are ready."));
    }

    @OnMessage(value = "standup", addressed = Addressed.DIRECT, description = "asks you about your day, in private")
    String ask(Session session) {
        session.next(YESTERDAY);
        return "What did you do yesterday?";
    }

    @OnMessage(value = "{answer...}", during = YESTERDAY)
    String yesterday(String answer, Session session) {
        session.put(YESTERDAY, answer);
        session.next(TODAY);
        return "What will you do today?";
    }

    @OnMessage(value = "{answer...}", during = TODAY)
    String today(String answer, Session session) {
        session.put(TODAY, answer);
        session.next(OBSTACLES);
        return "Is anything in your way?";
    }

    @OnMessage(value = "{answer...}", during = OBSTACLES)
    String obstacles(String answer, User sender, Session session, Spaces spaces) {
        Reply report = Reply.post(
                "What " + sender.displayName() + " is at",
                "Yesterday: " + session.get(YESTERDAY, String.class).orElse("")
                        + "\nToday: " + session.get(TODAY, String.class).orElse("")
                        + "\nIn the way: " + answer);
        session.done();
        teams.forEach((spaceId, team) -> {
            if (team.has(sender)) {
                team.report(sender);
                spaces.send(spaceId, report);
            }
        });
        return "Thank you. Have a good day!";
    }

    @Cron("0 10 * * MON-FRI")
    Optional<Reply> remind(Space space) {
        List<User> missing = team(space).missing();
        String names =
                missing.stream().map(member -> "@" + member.displayName()).collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Reply.text("Still missing: " + names).mentioning(missing));
    }

    private Team team(Space space) {
        return teams.computeIfAbsent(space.id(), id -> new Team());
    }
}
