package dev.spacesbot.testkit.transcript;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.internal.wire.Mentions;
import dev.spacesbot.internal.wire.PayloadWriter;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets people do what a transcript says they do. */
final class Stage {

    private final SpacesEmulator emulator;
    private final Cast cast;

    Stage(SpacesEmulator emulator, Cast cast) {
        this.emulator = emulator;
        this.cast = cast;
    }

    /**
     * Lets somebody do something in a space.
     *
     * @throws AssertionError where what it is done to is not there
     */
    void perform(Deed deed, EmulatedSpace space) {
        EmulatedUser who = cast.user(deed.who());
        switch (deed.verb()) {
            case SAYS, COMMENTS, CREATES_TASK, POSTS -> emulator.write(who, space, message(deed, space));
            case EDITS -> emulator.edit(who, target(deed, space), deed.text());
            case COMPLETES -> emulator.completeTask(who, target(deed, space));
            case ENTERS -> emulator.online(who, space);
            case LEAVES -> emulator.leaves(who, space);
            case TYPES -> emulator.typing(who, space);
        }
    }

    private ObjectNode message(Deed deed, EmulatedSpace space) {
        ObjectNode message = Json.object();
        ObjectNode content = message.putObject("content");
        switch (deed.verb()) {
            case CREATES_TASK, POSTS -> {
                message.put("category", deed.verb() == Verb.POSTS ? "idea" : "task");
                content.put("bodyText", Markup.escape(deed.object())).put("description", html(deed.text(), message));
            }
            default -> {
                message.put("category", "chat");
                content.put("bodyText", html(deed.text(), message));
            }
        }
        if (deed.verb() == Verb.CREATES_TASK) {
            addTaskFields(deed, content);
        } else if (deed.verb() == Verb.COMMENTS) {
            message.putObject("parentMsg").put("_id", target(deed, space));
        }
        ArrayNode files = content.putArray("data");
        deed.details().files().forEach(name -> files.add(attached(name, cast.user(deed.who()))));
        return message;
    }

    /** What is in a file is nothing that a transcript tells. */
    private ObjectNode attached(String name, EmulatedUser who) {
        return PayloadWriter.attachment(emulator.upload(who, name, name.getBytes(StandardCharsets.UTF_8)));
    }

    private void addTaskFields(Deed deed, ObjectNode content) {
        content.put("status", "pending");
        ArrayNode assignees = content.putArray("assignees");
        deed.details()
                .assignees()
                .forEach(
                        name -> assignees.addObject().put("_id", cast.user(name).id()));
        Instant due = deed.details().dueDate();
        if (due != null) {
            content.put("dueDate", due.toString());
        }
    }

    /** The text as the service's editor writes it, with a mention of everybody whose name stands behind an {@code @}. */
    private String html(String text, ObjectNode message) {
        String names = cast.names().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        List<User> mentioned = Pattern.compile("(?<![\\p{L}\\p{N}_])@(" + names + ")(?![\\p{L}\\p{N}_])")
                .matcher(text)
                .results()
                .map(found -> cast.user(found.group(1)))
                .distinct()
                .map(user -> new User(user.id(), User.Kind.USER, user.username(), user.displayName()))
                .toList();
        String html = Mentions.insert(Markup.escape(text), mentioned);
        message.set("mentions", Mentions.listed(html));
        return html;
    }

    private String target(Deed deed, EmulatedSpace space) {
        List<SpaceEvent> events = space.history().stream()
                .map(EventReader::read)
                .flatMap(Optional::stream)
                .filter(event -> suits(deed.verb(), event))
                .toList();
        return events.stream()
                .filter(event -> Cast.titleOf(event).equals(deed.object()))
                .reduce((before, after) -> after)
                .map(SpaceEvent::id)
                .orElseThrow(() -> new AssertionError("nothing is called \"" + deed.object() + "\" here; there "
                        + (events.isEmpty()
                                ? "is nothing that could be"
                                : "is "
                                        + events.stream()
                                                .map(event -> "\"" + Cast.titleOf(event) + "\"")
                                                .collect(Collectors.joining(", ")))));
    }

    private static boolean suits(Verb verb, SpaceEvent event) {
        return switch (verb) {
            case COMPLETES -> event instanceof Task;
            case COMMENTS -> !(event instanceof Message);
            default -> true;
        };
    }
}
