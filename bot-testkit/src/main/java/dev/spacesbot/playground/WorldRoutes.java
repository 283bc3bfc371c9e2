package dev.spacesbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Role;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Who there is and where: the made-up people with their tokens, the spaces, the bots. */
final class WorldRoutes {

    private static final int LONGEST_NAME = 200;

    /** A new space is there also where a bot is not; whoever has it wants it soon. */
    private static final Duration JOIN_WITHIN = Duration.ofSeconds(3);

    private final SpacesEmulator emulator;
    private final List<PlayedBot> bots;
    private final String run;
    private final CompletableFuture<?> begun;

    /**
     * {@code run} tells a page that has outlived its playground that this is another one, though the ids in it are the same.
     * Whoever asks for the world waits until it has {@code begun}.
     */
    WorldRoutes(SpacesEmulator emulator, List<PlayedBot> bots, String run, CompletableFuture<?> begun) {
        this.emulator = emulator;
        this.bots = bots;
        this.run = run;
        this.begun = begun;
    }

    void add(RoutesConfig routes) {
        routes.get("/playground/world", ctx -> ctx.future(() -> begun.thenRun(() -> Answer.send(ctx, world()))));
        routes.post("/playground/people", ctx -> {
            JsonNode asked = Answer.body(ctx);
            String name = name(asked, "name");
            boolean guest = asked.path("guest").asBoolean();
            Answer.send(ctx, person(guest ? emulator.guest(name) : emulator.user(name)));
        });
        routes.post("/playground/spaces", ctx -> Answer.send(ctx, newSpace(Answer.body(ctx))));
        routes.put("/playground/spaces/{space}/members/{person}", ctx -> Answer.send(ctx, member(ctx)));
    }

    ObjectNode world() {
        ObjectNode world = Json.object().put("run", run);
        ArrayNode botList = world.putArray("bots");
        bots.forEach(bot -> botList.add(bot.describe()));
        ArrayNode people = world.putArray("people");
        emulator.users().stream().filter(user -> !isBot(user)).forEach(user -> people.add(person(user)));
        ArrayNode spaces = world.putArray("spaces");
        emulator.spaces().forEach(space -> spaces.add(describe(space)));
        return world;
    }

    private boolean isBot(EmulatedUser user) {
        return bots.stream().anyMatch(bot -> bot.user().equals(user));
    }

    private static ObjectNode person(EmulatedUser user) {
        return Json.object()
                .put("id", user.id())
                .put("name", user.displayName())
                .put("guest", !user.registered())
                .put("token", user.token());
    }

    private static ObjectNode describe(EmulatedSpace space) {
        ObjectNode json = Json.object()
                .put("id", space.id())
                .put("title", space.title())
                .put("type", space.kind().name().toLowerCase(Locale.ROOT));
        ArrayNode members = json.putArray("members");
        for (EmulatedUser member : space.members()) {
            members.addObject()
                    .put("id", member.id())
                    .put("name", member.displayName())
                    .put("role", space.role(member).name().toLowerCase(Locale.ROOT));
        }
        return json;
    }

    private ObjectNode newSpace(JsonNode asked) {
        EmulatedSpace space = emulator.space(name(asked, "title"));
        String admin = Json.text(asked, "admin");
        if (!admin.isEmpty()) {
            space.add(user(admin), Role.ADMIN);
        }
        CompletableFuture<?>[] coming =
                bots.stream().map(bot -> bot.comeAlong(space)).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(coming)
                .completeOnTimeout(null, JOIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return describe(space);
    }

    private ObjectNode member(Context ctx) {
        EmulatedSpace space = space(ctx.pathParam("space"));
        space.add(user(ctx.pathParam("person")), role(Json.text(Answer.body(ctx), "role")));
        return describe(space);
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Answer.wrong("role must be one of "
                        + Arrays.stream(Role.values())
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    EmulatedSpace space(String id) {
        return emulator.spaces().stream()
                .filter(space -> space.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("There is no such space."));
    }

    private EmulatedUser user(String id) {
        return emulator.users().stream()
                .filter(user -> user.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("There is nobody with this id."));
    }

    private static String name(JsonNode asked, String field) {
        String name = Json.text(asked, field).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Answer.wrong(
                    field + " must have 1 to " + LONGEST_NAME + " characters; this one has " + name.length() + ".");
        }
        return name;
    }
}
