package dev.spacesbot.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

/** JSON in and out of what is served under {@code /playground}. A refusal is a line of plain text. */
final class Answer {

    private Answer() {}

    static void send(Context ctx, JsonNode json) {
        ctx.contentType("application/json").header("Cache-Control", "no-store").result(Json.write(json));
    }

    /** The body as an object; an empty one where there is no body. */
    static JsonNode body(Context ctx) {
        try {
            JsonNode body = ctx.body().isBlank() ? Json.object() : Json.read(ctx.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw wrong("The body is not JSON.");
        }
        throw wrong("The body must be a JSON object.");
    }

    static BadRequestResponse wrong(String words) {
        return new BadRequestResponse(words);
    }
}
