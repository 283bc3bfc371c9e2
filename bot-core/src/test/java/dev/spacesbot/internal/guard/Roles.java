package dev.spacesbot.internal.guard;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.people.People;
import dev.spacesbot.transport.TransportException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** People with roles, in a service that may stop answering. */
final class Roles implements People {

    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean failing;

    Roles with(Space space, User user, Role role) {
        roles.put(space.id() + user.id(), role);
        return this;
    }

    void fail() {
        failing = true;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public List<Member> in(String spaceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Role> role(String spaceId, String userId) {
        asked.incrementAndGet();
        if (failing) {
            throw new TransportException(TransportException.Kind.UNAVAILABLE, "no answer");
        }
        return Optional.ofNullable(roles.get(spaceId + userId));
    }
}
