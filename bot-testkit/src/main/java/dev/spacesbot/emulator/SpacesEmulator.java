package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Attachable;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.internal.wire.Mentions;
import dev.spacesbot.transport.Transport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A local Spaces service: people, spaces and what they write, reached by a bot in memory ({@link #transport}) or over the
 * wire.
 *
 * <p>Calls that act for a person let that person into the space first. What they cause is delivered before they return,
 * unless a fault delays it or the call comes from a listener; then it follows once the listener has returned. Safe for use
 * by several threads.
 *
 * <p>Where the service's behaviour is not known, the emulator does this: a subscription that is declined carries one of the
 * codes {@code invalid.parameters}, {@code topic.not.found}, {@code topic.password.required},
 * {@code topic.password.wrong}, {@code topic.access.denied} or {@code rate.limit.exceeded}; a message that is declined
 * carries {@code invalid.parameters}, {@code payload.too.large}, {@code rate.limit.exceeded} or, also as its category,
 * {@code app.event.channel.subscription.required}. Whoever subscribes to a space becomes a member or guest of it. An
 * update carries the author in {@code content.cid} and whoever made it as {@code sender};
 * a deletion is an update with {@code deleted}.
 */
public final class SpacesEmulator implements AutoCloseable {

    private final World world;
    private final Api api;
    private final List<EmulatorServer> servers = new CopyOnWriteArrayList<>();

    private SpacesEmulator(EmulatorOptions options, Timers timers) {
        world = World.of(this, options, timers);
        api = new Api(world);
    }

    /** With the documented limits, on the machine's clock. */
    public static SpacesEmulator create() {
        return create(EmulatorOptions.defaults());
    }

    /** On the machine's clock. */
    public static SpacesEmulator create(EmulatorOptions options) {
        return create(options, Timers.system("emulator"));
    }

    /** On a clock of the caller's, which closing the emulator closes too. */
    public static SpacesEmulator create(EmulatorOptions options, Timers timers) {
        return new SpacesEmulator(options, timers);
    }

    /** The registered user of that display name; made where there is none yet. */
    public EmulatedUser user(String displayName) {
        return world.turns().decide(() -> world.accounts().registered(displayName));
    }

    /** A new guest. */
    public EmulatedUser guest(String displayName) {
        return world.turns().decide(() -> world.accounts().guest(displayName, ""));
    }

    /** The group of that title; made where there is none yet. */
    public EmulatedSpace space(String title) {
        return world.turns().decide(() -> world.spaces().group(title));
    }

    /** A new group, also where there is one of that title already. */
    public EmulatedSpace newSpace(String title) {
        return world.turns().decide(() -> world.spaces().add(title, Space.Kind.GROUP));
    }

    /** A new meeting room of somebody's. */
    public EmulatedSpace personalSpace(EmulatedUser owner) {
        return world.turns().decide(() -> world.spaces().found(owner.displayName(), Space.Kind.PERSONAL, owner));
    }

    /** Everybody there is, in the order of coming into being. */
    public List<EmulatedUser> users() {
        return world.turns().decide(() -> world.accounts().all());
    }

    /** Every space there is, in the order of coming into being. */
    public List<EmulatedSpace> spaces() {
        return world.turns().decide(() -> world.spaces().all());
    }

    /** The direct space of two people; made where there is none yet. */
    public EmulatedSpace direct(EmulatedUser one, EmulatedUser other) {
        return world.turns().decide(() -> world.spaces().direct(one, other));
    }

    /**
     * Writes a chat message, as somebody types it: plain text. {@code @Display Name} of those mentioned becomes a mention, as the
     * service's editor makes it; who is not named in the text is named in front. Returns its id.
     */
    public String say(EmulatedUser user, EmulatedSpace space, String text, EmulatedUser... mentioned) {
        String html = Mentions.insert(
                Markup.escape(text),
                Stream.of(mentioned).map(EmulatedUser::asUser).toList());
        ObjectNode message = MessageLog.draft("chat", html, "");
        message.set("mentions", Mentions.listed(html));
        return write(user, space, message);
    }

    /** Comments on a task or a post. Returns the comment's id. */
    public String comment(EmulatedUser user, EmulatedSpace space, String parentId, String text) {
        ObjectNode message = MessageLog.draft("chat", Markup.escape(text), "");
        message.putObject("parentMsg").put("_id", parentId);
        return write(user, space, message);
    }

    /** Makes a task for {@code assignees}; title and description are plain text. Returns its id. */
    public String task(
            EmulatedUser user, EmulatedSpace space, String title, String description, EmulatedUser... assignees) {
        ObjectNode message = MessageLog.draft("task", Markup.escape(title), Markup.escape(description));
        ArrayNode list = message.withObject("content").put("status", "pending").putArray("assignees");
        for (EmulatedUser assignee : assignees) {
            list.addObject().put("_id", assignee.id());
        }
        return write(user, space, message);
    }

    /** Makes a task with a title alone. Returns its id. */
    public String task(EmulatedUser user, EmulatedSpace space, String title) {
        return task(user, space, title, "");
    }

    /** Makes a post; title and text are plain text. Returns its id. */
    public String post(EmulatedUser user, EmulatedSpace space, String title, String text) {
        return write(user, space, MessageLog.draft("idea", Markup.escape(title), Markup.escape(text)));
    }

    /** Writes a message object as the REST API takes it, with whatever fields it has. Returns its id. */
    public String write(EmulatedUser user, EmulatedSpace space, JsonNode message) {
        return acting(user, space, () -> Json.text(api.write(user, space.id(), message), "_id"));
    }

    /** Uploads a file of somebody's; a message refers to it in {@code content.data}. Faults and limits do not hold here. */
    public Attachment upload(EmulatedUser user, String name, byte[] content) {
        String type = Attachable.of(name, content).mimeType();
        return world.turns().decide(() -> {
            String key = world.files().add(type, content.clone());
            return new Attachment(key, name, type, content.length, world.files().url(key));
        });
    }

    /** The content of a file that was uploaded, by the {@code fileId} that messages have. */
    public byte[] file(String fileId) {
        return api.file(fileId).bytes();
    }

    /** Puts another text, or title, in place of the old one. */
    public void edit(EmulatedUser user, String messageId, String newText) {
        change(user, messageId, Json.object().put("bodyText", Markup.escape(newText)));
    }

    /** Marks a task as done. */
    public void completeTask(EmulatedUser user, String taskId) {
        change(user, taskId, Json.object().put("status", "completed"));
    }

    /** Puts {@code content} fields of a message, task or post in place of the old ones. */
    public void change(EmulatedUser user, String messageId, ObjectNode content) {
        world.turns().run(() -> {
            String spaceId = Json.text(world.messages().required(messageId), "topicId");
            acting(user, world.spaces().required(spaceId), () -> api.edit(user, messageId, content, null));
        });
    }

    /** Shows that somebody is typing. */
    public void typing(EmulatedUser user, EmulatedSpace space) {
        presence(user, space, "party.typing", false);
    }

    /** Shows that somebody has come in, or that something about them has changed. */
    public void online(EmulatedUser user, EmulatedSpace space) {
        presence(user, space, "app.event.presence.party.online", false);
    }

    /** Shows that somebody has left. */
    public void leaves(EmulatedUser user, EmulatedSpace space) {
        presence(user, space, "app.event.presence.party.leaves", true);
    }

    private void presence(EmulatedUser user, EmulatedSpace space, String category, boolean offline) {
        acting(user, space, () -> {
            world.sockets().broadcastPresence(space, user, category, offline);
            return category;
        });
    }

    /** A message, task or post as the wire shows it, in its latest version. */
    public ObjectNode message(String id) {
        return world.turns().decide(() -> world.messages().required(id).deepCopy());
    }

    /** The space where a message, task or post was written. */
    public EmulatedSpace spaceOf(String messageId) {
        return world.turns().decide(() -> {
            String spaceId = Json.text(world.messages().required(messageId), "topicId");
            return world.spaces().required(spaceId);
        });
    }

    /** Tells {@code listener} of every message, task and post, new or changed, from now on; run the result to end that. */
    public Runnable onMessage(Consumer<ObjectNode> listener) {
        return observe(world.sockets().observers(), listener);
    }

    /** The same for everybody's coming, going and typing, as {@code PRESENCE_EVENT_RESPONSE} shows it. */
    public Runnable onPresence(Consumer<ObjectNode> listener) {
        return observe(world.sockets().presenceObservers(), listener);
    }

    private Runnable observe(Set<Sockets.Observer> observers, Consumer<ObjectNode> listener) {
        Sockets.Observer observer = new Sockets.Observer(new Mailbox(), listener);
        world.turns().run(() -> observers.add(observer));
        return () -> world.turns().run(() -> observers.remove(observer));
    }

    /** How many connections somebody has now, on both fronts together. */
    public int connections(EmulatedUser user) {
        return world.turns().decide(() -> world.sockets().sessions(user::equals).size());
    }

    /** What can be made to go wrong. */
    public Faults faults() {
        return world.faults();
    }

    /** One account's way here without a network, with tokens that can be renewed. */
    public Transport transport(EmulatedUser user) {
        return MemoryTransport.renewing(world, user);
    }

    /** The same with a token that cannot be renewed, and may be wrong. */
    public Transport transport(String token) {
        return MemoryTransport.fixed(world, token);
    }

    /** Opens the wire front on {@code 127.0.0.1}; port 0 stands for any free one. Close it when done. */
    public EmulatorServer serve(int port) {
        return serve(port, EmulatorServer.NOTHING_MORE);
    }

    /** The same with more on its port than the service has. */
    public EmulatorServer serve(int port, EmulatorServer.ServerSetup more) {
        EmulatorServer server = new EmulatorServer(world, port, more);
        servers.add(server);
        return server;
    }

    /** Ends what it serves, drops every connection and forgets every timer. */
    @Override
    public void close() {
        servers.forEach(EmulatorServer::close);
        faults().dropConnections();
        world.timers().close();
    }

    private <T> T acting(EmulatedUser user, EmulatedSpace space, Supplier<T> act) {
        return world.turns().decide(() -> {
            if (!space.has(user)) {
                space.roles().put(user, user.registered() ? Role.MEMBER : Role.GUEST);
            }
            return act.get();
        });
    }

    Turns turns() {
        return world.turns();
    }

    String token(EmulatedUser user) {
        return world.turns().decide(() -> world.accounts().token(user).value());
    }

    String refreshToken(EmulatedUser user) {
        return world.turns().decide(() -> world.accounts().refreshToken(user));
    }

    List<ObjectNode> history(EmulatedSpace space) {
        return world.turns().decide(() -> world.messages().copiesOf(space.id()));
    }
}
