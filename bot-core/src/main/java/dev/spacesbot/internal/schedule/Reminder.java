package dev.spacesbot.internal.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import org.jspecify.annotations.Nullable;

/**
 * What was put off.
 *
 * @param id what it can be cancelled by
 * @param space where it is said, or handled
 * @param user who set off the handler that put it off, or null where nobody did
 * @param reply what to say, or null
 * @param name the {@code @OnReminder} to run where there is nothing to say; else empty
 * @param value what that is given; JSON's null where nothing
 */
public record Reminder(
        String id,
        Space space,
        @Nullable User user,
        @Nullable Reply reply,
        String name,
        JsonNode value) {}
