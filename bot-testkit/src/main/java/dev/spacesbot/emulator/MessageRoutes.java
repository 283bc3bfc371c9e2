package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reading and writing messages, tasks and posts. Lists are newest first; what was changed counts from its change. */
final class MessageRoutes {

    private static final int PAGE = 30;

    private final Rest rest;

    MessageRoutes(Rest rest) {
        this.rest = rest;
    }

    void add(RoutesConfig routes) {
        for (String spaces : SpaceRoutes.WORDS) {
            routes.get(spaces + "{id}/messages/query", rest.as(this::query));
            routes.get(spaces + "{id}/messages/byref", rest.as((user, ctx) -> list(user, ctx, any -> true)));
            routes.get(spaces + "{id}/tasks", rest.as((user, ctx) -> list(user, ctx, category("task"))));
            routes.get(spaces + "{id}/ideas", rest.as((user, ctx) -> list(user, ctx, category("idea"))));
            routes.post(spaces + "{id}/chats", rest.as((user, ctx) -> write(user, ctx, "chat")));
            routes.post(spaces + "{id}/tasks", rest.as((user, ctx) -> write(user, ctx, "task")));
            routes.post(spaces + "{id}/ideas", rest.as((user, ctx) -> write(user, ctx, "idea")));
        }
        routes.get("/api/tasks/{id}/messages", rest.as(this::comments));
        routes.get("/api/ideas/{id}/messages", rest.as(this::comments));
        routes.get("/api/users/me/messages", rest.as(this::changes));
        routes.get("/api/users/me/tasks", rest.as(this::ownTasks));
        routes.get("/api/messages/{id}", rest.as((user, ctx) -> rest.api().message(user, ctx.pathParam("id"))));
        routes.post("/api/messages/{id}", rest.as(this::edit));
        routes.patch("/api/messages/{id}", rest.as(this::edit));
    }

    private JsonNode query(EmulatedUser user, Context ctx) {
        Instant from = time(Rest.param(ctx, "refTime"));
        boolean before = Rest.param(ctx, "direction").equals("before");
        String category = Rest.param(ctx, "category");
        String search = Rest.param(ctx, "searchstring").toLowerCase(Locale.ROOT);
        return list(
                user,
                ctx,
                message -> inTime(message, from, before)
                        && (category.isEmpty() || category(category).test(message))
                        && Json.text(message.path("content"), "bodyText")
                                .toLowerCase(Locale.ROOT)
                                .contains(search));
    }

    private static @Nullable Instant time(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Instant time = Times.read(text);
        if (time == null) {
            throw Declined.invalid("A time must be ISO 8601 or milliseconds since 1970.");
        }
        return time;
    }

    private static boolean inTime(ObjectNode message, @Nullable Instant from, boolean before) {
        if (from == null) {
            return true;
        }
        Instant changed = MessageLog.lastChange(message);
        return before ? changed.isBefore(from) : !changed.isBefore(from);
    }

    private static Predicate<ObjectNode> category(String category) {
        return message -> Json.text(message, "category").equals(category);
    }

    private JsonNode list(EmulatedUser user, Context ctx, Predicate<ObjectNode> wanted) {
        return newestFirst(ctx, rest.api().history(user, ctx.pathParam("id")), wanted);
    }

    private static JsonNode newestFirst(Context ctx, List<ObjectNode> all, Predicate<ObjectNode> wanted) {
        List<ObjectNode> found = new ArrayList<>(all.stream().filter(wanted).toList());
        found.sort(Comparator.comparing(MessageLog::lastChangeText));
        Collections.reverse(found);
        return Rest.page(ctx, found, PAGE);
    }

    private JsonNode comments(EmulatedUser user, Context ctx) {
        String parent = ctx.pathParam("id");
        String spaceId = Json.text(rest.api().message(user, parent), "topicId");
        return newestFirst(
                ctx,
                rest.api().messages(user, spaceId),
                message -> Json.text(message.path("parentMsg"), "_id").equals(parent));
    }

    private JsonNode changes(EmulatedUser user, Context ctx) {
        List<String> spaces = List.of(Rest.param(ctx, "spacelist").split(","));
        Instant after = time(Rest.param(ctx, "after"));
        return newestFirst(ctx, rest.api().histories(user, spaces), message -> inTime(message, after, false));
    }

    private JsonNode ownTasks(EmulatedUser user, Context ctx) {
        String status = Rest.param(ctx, "status");
        List<ObjectNode> all = new ArrayList<>();
        rest.api().spaces(user).forEach(space -> all.addAll(rest.api().messages(user, Json.text(space, "_id"))));
        Predicate<ObjectNode> tasks = category("task");
        return newestFirst(
                ctx,
                all,
                tasks.and(task -> status.isEmpty()
                        || Json.text(task.path("content"), "status").equals(status)));
    }

    private JsonNode write(EmulatedUser user, Context ctx, String category) {
        return rest.api().write(user, ctx.pathParam("id"), Rest.body(ctx).put("category", category));
    }

    /** A client sends back what it read, changed: the times in it tell whether that was the latest. */
    private JsonNode edit(EmulatedUser user, Context ctx) {
        ObjectNode body = Rest.body(ctx);
        if (!body.path("content").isObject()) {
            throw Declined.invalid("content must be an object.");
        }
        String basis =
                body.path(body.hasNonNull("modified") ? "modified" : "created").asText("");
        return rest.api().edit(user, ctx.pathParam("id"), body.path("content"), time(basis));
    }
}
