package dev.spacesbot.bench;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.internal.dispatch.Context;
import dev.spacesbot.internal.people.People;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A place where handlers need nothing. */
enum NoContext implements Context {
    NONE;

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 1, 5, 9, 0, 0, 0, ZoneOffset.UTC);

    @Override
    public Spaces spaces() {
        throw new UnsupportedOperationException();
    }

    @Override
    public People people() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ZonedDateTime now() {
        return NOW;
    }

    @Override
    public String step() {
        return "";
    }

    @Override
    public Session session() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schedule schedule() {
        throw new UnsupportedOperationException();
    }
}
