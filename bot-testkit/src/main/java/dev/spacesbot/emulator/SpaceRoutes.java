package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which spaces there are, entering them, and who is in them. */
final class SpaceRoutes {

    /** Spaces are called topics in older programs, and both paths are served. */
    static final List<String> WORDS = List.of("/api/spaces/", "/api/topics/");

    private static final int PAGE = 10;

    private final Rest rest;

    SpaceRoutes(Rest rest) {
        this.rest = rest;
    }

    void add(RoutesConfig routes) {
        routes.get("/api/users/me/spaces", rest.as(this::list));
        for (String spaces : WORDS) {
            routes.get(spaces + "{id}", rest.as(this::one));
            routes.get(spaces + "{id}/join", rest.as(this::join));
            routes.get(spaces + "{id}/members", rest.as(this::members));
            routes.get(spaces + "direct/{kind}/{userId}", rest.as(this::direct));
        }
    }

    private JsonNode list(EmulatedUser user, Context ctx) {
        String types = Rest.param(ctx, "topictype");
        Set<String> wanted = Set.copyOf(List.of((types.isEmpty() ? "group" : types).split(",")));
        String search = Rest.param(ctx, "search").toLowerCase(Locale.ROOT);
        Predicate<ObjectNode> matches = space -> (wanted.contains("all") || wanted.contains(Json.text(space, "type")))
                && Json.text(space, "title").toLowerCase(Locale.ROOT).contains(search);
        return Rest.page(ctx, rest.api().spaces(user).stream().filter(matches).toList(), PAGE);
    }

    private JsonNode one(EmulatedUser user, Context ctx) {
        return rest.api().describe(rest.api().open(user, ctx.pathParam("id")));
    }

    private JsonNode join(EmulatedUser user, Context ctx) {
        EmulatedSpace space = rest.api().join(user, ctx.pathParam("id"), ctx.header("spaces-x-space-password"));
        ObjectNode answer = Json.object();
        answer.set("topic", rest.api().describe(space));
        return answer;
    }

    private JsonNode members(EmulatedUser user, Context ctx) {
        String search = Rest.param(ctx, "search").toLowerCase(Locale.ROOT);
        List<ObjectNode> members = rest.api().members(user, ctx.pathParam("id")).stream()
                .filter(member -> Json.text(member, "displayname")
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
        return Rest.page(ctx, members, PAGE);
    }

    private JsonNode direct(EmulatedUser user, Context ctx) {
        ObjectNode answer = Json.object();
        answer.putArray("data").add(rest.api().describe(rest.api().direct(user, ctx.pathParam("userId"))));
        return answer;
    }
}
