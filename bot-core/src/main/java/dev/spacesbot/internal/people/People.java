package dev.spacesbot.internal.people;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.Role;
import dev.spacesbot.transport.TransportException;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs to a space. What the service said is remembered for about a minute; after that, and for somebody who is not
 * known yet, a call asks it again, and waits. Not for a thread that may not wait. Safe for use by several threads.
 */
public interface People {

    /**
     * Everybody who belongs to a space, in no particular order.
     *
     * @throws TransportException where the service does not say, and nothing recent is known
     */
    List<Member> in(String spaceId);

    /**
     * What somebody is in a space; empty where they do not belong to it.
     *
     * @throws TransportException where the service does not say, and nothing recent is known: whoever guards something must
     *     then refuse
     */
    Optional<Role> role(String spaceId, String userId);
}
