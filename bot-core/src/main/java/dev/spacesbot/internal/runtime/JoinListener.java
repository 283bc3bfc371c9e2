package dev.spacesbot.internal.runtime;

/** Told how a space fares that the bot wants to be in. */
interface JoinListener {

    /** The bot is in. */
    void joined(String spaceId);

    /** It is not, for now or for good. */
    void refused(String spaceId, String reason);

    /** The connection is gone, and the bot is in no space any more. */
    default void disconnected() {}
}
