package dev.spacesbot.internal.declare;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.command.Circumstances;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where nobody is, for trying out a value before any message has come. */
enum Nowhere implements Circumstances {
    NOWHERE;

    @Override
    public @Nullable User sender() {
        return null;
    }

    @Override
    public List<Member> members() {
        return List.of();
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    }
}
