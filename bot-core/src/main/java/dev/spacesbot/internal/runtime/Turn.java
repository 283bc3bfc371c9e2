package dev.spacesbot.internal.runtime;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.internal.dispatch.Context;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.people.People;
import java.time.ZonedDateTime;

/** One occasion being handled, and what the bot offers for it. Used by one thread at a time. */
final class Turn implements Context {

    private final Occasion occasion;
    private final Facilities facilities;

    Turn(Occasion occasion, Facilities facilities) {
        this.occasion = occasion;
        this.facilities = facilities;
    }

    Occasion occasion() {
        return occasion;
    }

    @Override
    public Spaces spaces() {
        return facilities.spaces();
    }

    @Override
    public People people() {
        return facilities.people();
    }

    @Override
    public ZonedDateTime now() {
        return facilities.timers().now().atZone(facilities.zone());
    }

    @Override
    public String step() {
        return "";
    }

    @Override
    public Session session() {
        throw new UnsupportedOperationException("sessions");
    }

    @Override
    public Schedule schedule() {
        throw new UnsupportedOperationException("schedules");
    }
}
