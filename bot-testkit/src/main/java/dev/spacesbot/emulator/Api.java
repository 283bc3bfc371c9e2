package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.Transport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the REST API does, whichever front asks. Every call is one decision of the model; what it cannot do, it answers with
 * {@link Declined}.
 */
final class Api {

    /** What an OAuth exchange gives. */
    record Grant(Token access, String refreshToken) {}

    private final World world;
    private final RestPace restPace;

    Api(World world) {
        this.world = world;
        this.restPace = world.restPace();
    }

    /** A call of somebody with a token; {@code name} is the same for calls that are counted together. */
    <T> T as(String token, String name, Function<EmulatedUser, T> call) {
        return world.turns().decide(() -> {
            world.faults().beforeRest();
            EmulatedUser user = world.accounts().check(token).user();
            restPace.admit(user, name);
            return call.apply(user);
        });
    }

    Grant refresh(String refreshToken) {
        return world.turns().decide(() -> {
            world.faults().beforeRest();
            Token access = world.accounts().refresh(refreshToken);
            return new Grant(access, world.accounts().refreshToken(access.user()));
        });
    }

    Token anonymous(String displayName, String username) {
        return world.turns().decide(() -> {
            world.faults().beforeRest();
            return world.accounts().token(world.accounts().guest(displayName, username));
        });
    }

    /** The answer of {@code GET /users/me}. */
    ObjectNode me(EmulatedUser user) {
        ObjectNode me = user.asSender().put("aType", user.registered() ? "user" : "anonymous");
        me.remove("type");
        me.put("picturefile", "").put("timezone", "UTC").putArray("phone_numbers");
        me.putArray("permissions");
        return me;
    }

    List<ObjectNode> spaces(EmulatedUser user) {
        return world.spaces().of(user).stream().map(this::describe).toList();
    }

    /** A space that the user may see. */
    EmulatedSpace open(EmulatedUser user, String spaceId) {
        EmulatedSpace space = world.spaces().required(spaceId);
        if (!space.has(user)) {
            throw new Declined(Declined.FORBIDDEN, "topic.access.denied", "Join the space first.");
        }
        return space;
    }

    EmulatedSpace join(EmulatedUser user, String spaceId, @Nullable String password) {
        EmulatedSpace space = world.spaces().required(spaceId);
        world.faults().beforeSubscribe(space);
        space.admit(user, password);
        return space;
    }

    /** Everybody who belongs to a space, as the REST API shows them. */
    List<ObjectNode> members(EmulatedUser user, String spaceId) {
        EmulatedSpace space = open(user, spaceId);
        return space.roles().keySet().stream()
                .map(member -> describe(space, member))
                .toList();
    }

    EmulatedSpace direct(EmulatedUser user, String otherId) {
        EmulatedUser other = world.accounts().byId(otherId);
        if (other == null) {
            throw new Declined(Declined.NOT_FOUND, "user.not.found", "There is no user with this id.");
        }
        return world.spaces().direct(user, other);
    }

    List<ObjectNode> messages(EmulatedUser user, String spaceId) {
        return world.messages().in(open(user, spaceId).id());
    }

    /** What was written in a space, as far back as the service keeps it. */
    List<ObjectNode> history(EmulatedUser user, String spaceId) {
        world.faults().beforeHistory();
        return messages(user, spaceId);
    }

    /** What was written in some spaces, each in the order of creation. */
    List<ObjectNode> histories(EmulatedUser user, Collection<String> spaceIds) {
        world.faults().beforeHistory();
        if (spaceIds.isEmpty() || spaceIds.size() > Transport.MOST_SPACES || spaceIds.contains("")) {
            throw Declined.invalid("spacelist must hold 1 to 15 ids of spaces, separated by commas.");
        }
        return spaceIds.stream()
                .distinct()
                .flatMap(space -> messages(user, space).stream())
                .toList();
    }

    ObjectNode message(EmulatedUser user, String id) {
        ObjectNode message = world.messages().required(id);
        open(user, Json.text(message, "topicId"));
        return message;
    }

    ObjectNode write(EmulatedUser user, String spaceId, JsonNode message) {
        EmulatedSpace space = open(user, spaceId);
        Instant now = world.timers().now();
        ObjectNode written = world.messages().add(space, user, message, now);
        space.touch(now);
        publish(space, written);
        return written;
    }

    ObjectNode edit(EmulatedUser user, String id, JsonNode content, @Nullable Instant basis) {
        EmulatedSpace space = open(user, Json.text(message(user, id), "topicId"));
        ObjectNode edited =
                world.messages().edit(user, id, content, basis, world.timers().now());
        publish(space, edited);
        return edited;
    }

    /** Deletes what the user wrote, or in a space of which the user is an admin what anybody wrote. */
    void delete(EmulatedUser user, String id) {
        ObjectNode message = message(user, id);
        EmulatedSpace space = open(user, Json.text(message, "topicId"));
        boolean own = Json.text(message.path("content"), "cid").equals(user.id());
        if (!own && space.roles().get(user) != Role.ADMIN) {
            throw new Declined(Declined.FORBIDDEN, "message.not.yours", "Only its author or an admin may delete it.");
        }
        publish(space, world.messages().remove(user, id, world.timers().now()));
    }

    /** Makes room for a file; returns its key. */
    String expectFile(EmulatedUser user, String mimeType, long size) {
        world.faults().beforeUpload();
        return world.files().expect(user, mimeType, size, world.timers().now());
    }

    long expectedBytes(String key) {
        return world.turns().decide(() -> world.files().expected(key));
    }

    void fillFile(String key, String mimeType, byte[] content) {
        world.turns().run(() -> {
            world.faults().beforeStorage();
            world.files().fill(key, mimeType, content);
        });
    }

    FileStore.StoredFile file(String key) {
        return world.turns().decide(() -> world.files().required(key));
    }

    String fileUrl(String key) {
        return world.files().url(key);
    }

    private void publish(EmulatedSpace space, ObjectNode message) {
        world.sockets().publish(space, message, null, MissingNode.getInstance());
    }

    /** A space object as the REST API shows it. */
    ObjectNode describe(EmulatedSpace space) {
        ObjectNode json = Json.object()
                .put("_id", space.id())
                .put("title", space.title())
                .put("description", "")
                .put("type", kind(space.kind()))
                .put("status", 0)
                .put("isPinned", false);
        json.putArray("restrict");
        json.putObject("settings");
        ArrayNode members = json.putArray("members");
        space.roles().keySet().forEach(user -> members.add(describe(space, user)));
        return json;
    }

    ObjectNode describe(EmulatedSpace space, EmulatedUser user) {
        ObjectNode member = Json.object()
                .put("member", user.id())
                .put("memberType", user.registered() ? "userid" : "anonymousid")
                .put("role", space.roleOnTheWire(user))
                .put("username", user.username())
                .put("displayname", user.displayName())
                .put("picture_url", "");
        member.putArray("phone_numbers");
        return member;
    }

    private static String kind(Space.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
