package dev.spacesbot.examples.readme;

import dev.spacesbot.Attachable;
import dev.spacesbot.Reply;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import java.time.LocalDate;
import java.util.List;

final class Report {

    @OnMessage("report for {person} by {day}")
    List<Reply> report(User person, LocalDate day) {
        return List.of(
                Reply.markdown("**Sales** of the week:\n\n- north: 12\n- south: 7")
                        .attach(Attachable.of("sales.csv", "north,12\nsouth,7\n")),
                Reply.task("Check the report").assignedTo(person).due(day),
                Reply.text("@" + person.displayName() + ", please have a look.").mentioning(person),
                Reply.text("I have asked for it.").inDirectMessage());
    }
}
