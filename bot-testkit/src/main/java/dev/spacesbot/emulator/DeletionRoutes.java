package dev.spacesbot.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * Deleting messages, tasks and posts: several in one call, which tells of each what became of it. Its author may, and so may
 * an admin of the space.
 */
final class DeletionRoutes {

    private static final int MOST = 100;

    private final Rest rest;

    DeletionRoutes(Rest rest) {
        this.rest = rest;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/messages/deletemessages", rest.as(this::delete));
    }

    private JsonNode delete(EmulatedUser user, Context ctx) {
        JsonNode ids = ids(ctx);
        ObjectNode answer = Json.object();
        ArrayNode deleted = answer.putArray("deletedMessages");
        // The service's own spelling.
        ArrayNode notFound = answer.putArray("notFoundMmessages");
        answer.putArray("notDeletedMessages");
        ArrayNode notPermitted = answer.putArray("noPermittedMessages");
        for (JsonNode id : ids) {
            try {
                rest.api().delete(user, id.asText());
                deleted.add(id.asText());
            } catch (Declined e) {
                if (e.status() == Declined.NOT_FOUND) {
                    notFound.add(id.asText());
                } else {
                    notPermitted.addObject().put("messageId", id.asText()).put("message", e.words());
                }
            }
        }
        return answer;
    }

    private static JsonNode ids(Context ctx) {
        try {
            JsonNode ids = Json.read(ctx.body());
            if (ids.isArray() && !ids.isEmpty() && ids.size() <= MOST) {
                return ids;
            }
        } catch (JsonProcessingException e) {
            throw Declined.invalid("The body is not JSON.");
        }
        throw Declined.invalid("The body must be a list of 1 to " + MOST + " ids of messages.");
    }
}
