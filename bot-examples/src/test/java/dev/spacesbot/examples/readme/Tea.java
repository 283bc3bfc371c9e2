package dev.spacesbot.examples.readme;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;

final class Tea {

    @OnMessage("tea in {delay}")
    String tea(Duration delay, Schedule schedule) {
        schedule.in(delay, Reply.text("Your tea is ready."));
        return "I will tell you.";
    }

    @Cron(value = "0 16 * * MON-FRI", zone = "Europe/London")
    String teaTime(Space space) {
        return "Tea time in " + space.title() + "!";
    }
}
