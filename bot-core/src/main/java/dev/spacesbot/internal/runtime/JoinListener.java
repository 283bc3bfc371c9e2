package dev.spacesbot.internal.runtime;

import java.time.Instant;

/** Told how a space fares that the bot wants to be in. */
interface JoinListener {

    /** The bot is in, {@code since} then by the service's clock; others may know of it already. */
    void joined(String spaceId, Instant since);

    /** It is not, for now or for good. */
    void refused(String spaceId, String reason);

    /** The connection is gone, and the bot is in no space any more. */
    default void disconnected() {}
}
