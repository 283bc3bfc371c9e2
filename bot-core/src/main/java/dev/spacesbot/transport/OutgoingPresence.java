package dev.spacesbot.transport;

import dev.spacesbot.event.Presence;
import org.jspecify.annotations.Nullable;

/**
 * What the others in a space are shown of the bot. The service confirms none of it.
 *
 * @param spaceId where
 * @param kind that it came in, left, or is typing
 * @param userId who the bot is, which some programs want to know beside the sender; null where that is not known
 */
public record OutgoingPresence(
        String spaceId, Presence.Kind kind, @Nullable String userId) {}
