package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.command.Captures;
import dev.spacesbot.internal.command.Circumstances;
import dev.spacesbot.internal.command.UsageException;
import dev.spacesbot.transport.TransportException;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that one invocation of a handler may draw its arguments from. */
record Call(Occasion occasion, Captures captures, Context context) implements Circumstances {

    private static final Logger log = LoggerFactory.getLogger(Call.class);

    @Override
    public @Nullable User sender() {
        return occasion.sender();
    }

    @Override
    public List<Member> members() {
        Space space = occasion.space();
        try {
            return space == null ? List.of() : context.people().in(space.id());
        } catch (TransportException e) {
            log.warn("Who is in a space cannot be told: {}", e.getMessage());
            throw new UsageException("I cannot see who is in this space right now; please try again.");
        }
    }

    @Override
    public ZonedDateTime now() {
        return context.now();
    }
}
