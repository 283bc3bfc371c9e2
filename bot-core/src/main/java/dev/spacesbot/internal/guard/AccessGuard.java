package dev.spacesbot.internal.guard;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.people.People;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may use a handler. */
final class AccessGuard {

    private static final Duration TELL_AGAIN = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(AccessGuard.class);

    private final String command;
    private final Rules.Access access;
    private final Told told = new Told(TELL_AGAIN);

    AccessGuard(String command, Rules.Access access) {
        this.command = command;
        this.access = access;
    }

    boolean allows(User user, Space space, People people) {
        try {
            return reason(user, space, people) == null;
        } catch (TransportException e) {
            log.debug("The role of {} in {} cannot be told: {}", user.id(), space.id(), e.getMessage());
            return false;
        }
    }

    @Nullable
    Refusal check(User user, Space space, People people, Instant now) {
        String reason;
        try {
            reason = reason(user, space, people);
        } catch (TransportException e) {
            log.warn("{} is refused to {}, whose role cannot be told: {}", command, user.id(), e.getMessage());
            reason = "Sorry, I cannot see right now whether you may use " + command + "; please try again later.";
        }
        return reason == null ? null : told.once(user.id() + " " + space.id(), now, reason);
    }

    /** Why somebody may not; null where they may. */
    private @Nullable String reason(User user, Space space, People people) {
        if (!access.spaces().isEmpty() && !access.spaces().contains(lower(space.id()))) {
            return "Sorry, " + command + " cannot be used in this space.";
        }
        if ((access.users().isEmpty() && access.roles().isEmpty()) || isNamed(user)) {
            return null;
        }
        Optional<Role> role = access.roles().isEmpty() ? Optional.empty() : people.role(space.id(), user.id());
        return role.filter(access.roles()::contains).isPresent()
                ? null
                : "Sorry, only " + who() + " may use " + command + ".";
    }

    /** Guests choose their user name themselves, so for them only the id counts. */
    private boolean isNamed(User user) {
        return access.users().contains(lower(user.id()))
                || (user.kind() == User.Kind.USER && access.users().contains(lower(user.username())));
    }

    /** Not by name: who may is nobody's business who may not. */
    private String who() {
        String roles = access.roles().stream()
                .sorted()
                .map(role -> lower(role.name()) + "s")
                .collect(Collectors.joining(" and "));
        if (roles.isEmpty()) {
            return "certain people";
        }
        return roles + " of this space" + (access.users().isEmpty() ? "" : " and certain people");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
