package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import org.jspecify.annotations.Nullable;

/**
 * That a handler failed, and nothing of the author's answered that; or that what it said was not sent.
 *
 * @param handler class and method
 * @param event what it handled, or null where the time, the start or the stop set it off
 * @param space where, or null where it ran for none
 * @param reference what people were told, and what the log says
 * @param error what it threw
 */
public record Failure(
        String handler,
        @Nullable SpaceEvent event,
        @Nullable Space space,
        String reference,
        Throwable error) {}
