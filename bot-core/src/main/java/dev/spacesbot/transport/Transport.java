package dev.spacesbot.transport;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one seam between a bot and the service. One account, one connection at a time.
 *
 * <p>Calls block until the service answered and throw {@link TransportException} where it did not do what was asked.
 * Safe for use by several threads.
 */
public interface Transport extends AutoCloseable {

    /** Who the token belongs to. */
    User me();

    /**
     * Opens a connection with the current token and returns once the service accepted it.
     *
     * @param listener told everything that comes in; may be called before this method returns, and from other threads,
     *     but never by two at a time
     */
    Connection connect(ConnectionListener listener);

    /**
     * Gets a new token in place of the current one.
     *
     * @return false where this kind of token cannot be renewed
     * @throws TransportException where it could be, but the service refused or did not answer
     */
    boolean renewToken();

    /** When to renew the token at the latest, well before it expires; null where it does not expire or cannot be renewed. */
    @Nullable
    Instant renewAt();

    /** Every space of the account, of every kind. */
    List<Space> spaces();

    /**
     * What was written in a space at or after {@code since}, oldest first, updates included; all of it, never a part.
     *
     * @throws TransportException where not all of it can be read; rejected where the account may not, or where there is more
     *     than can be held
     */
    List<SpaceEvent> history(String spaceId, Instant since);

    /** How many spaces {@link #changes} takes. */
    int MOST_SPACES = 15;

    /**
     * What was written or changed in any of these spaces at or after {@code since}, oldest change first, each in its latest
     * version; all of it, never a part. What was deleted is not told. May take minutes: where the service asks for a pause
     * in the midst of a long list, that is made here.
     *
     * @param spaceIds at most {@link #MOST_SPACES}
     * @throws TransportException where not all of it can be read: rejected where the account may not read one of the spaces,
     *     or where there is more than can be told at once (2,000 messages of several spaces, 20,000 of one); ask for each of
     *     them alone then. {@link TransportException#retryAfter} says how long the service wants to be left alone
     */
    default List<SpaceEvent> changes(Collection<String> spaceIds, Instant since) {
        return spaceIds.stream()
                .flatMap(spaceId -> history(spaceId, since).stream())
                .sorted(Comparator.comparing(SpaceEvent::changed))
                .toList();
    }

    /** What time it is by the service's clock, as far as it has told; else by that of this machine. Asks nobody. */
    default Instant now() {
        return Instant.now();
    }

    /** Everybody who belongs to a space. */
    List<Member> members(String spaceId);

    /** The direct space with somebody who has an account; made where there is none yet. */
    Space direct(String userId);

    /** The direct space with somebody, guest or not; made where there is none yet. */
    default Space direct(User person) {
        return direct(person.id());
    }

    /**
     * Uploads a file, for a message of that space; nobody sees it before a message refers to it.
     *
     * @throws TransportException where the service does not take it, or where it cannot be read
     */
    Attachment upload(String spaceId, Upload file);

    /** Ends the connection, if there is one, and gives back threads and sockets. */
    @Override
    void close();
}
