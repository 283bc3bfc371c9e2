package dev.spacesbot.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.internal.wire.Mentions;
import dev.spacesbot.internal.wire.PayloadWriter;
import dev.spacesbot.transcript.AtNames;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets people do what a transcript says they do. */
public final class Stage {

    private final SpacesEmulator emulator;
    private final Cast cast;

    /** With the people of a cast. */
    public Stage(SpacesEmulator emulator, Cast cast) {
        this.emulator = emulator;
        this.cast = cast;
    }

    /**
     * Lets somebody do something in a space.
     *
     * @return the id of what is new or changed; empty where nothing is, only seen
     * @throws AssertionError where what it is done to is not there, or whoever does it
     */
    public String perform(Deed deed, EmulatedSpace space) {
        EmulatedUser who = cast.user(deed.who());
        if (space.kind() == Space.Kind.DIRECT && !space.members().contains(who)) {
            throw new AssertionError(deed.who() + " is not in this direct space; [space TITLE] leads elsewhere");
        }
        return switch (deed.verb()) {
            case SAYS, COMMENTS, CREATES_TASK, POSTS -> emulator.write(who, space, message(deed, space));
            case EDITS, COMPLETES -> change(deed, who, target(deed, space));
            case ENTERS, LEAVES, TYPES -> show(deed.verb(), who, space);
        };
    }

    private String change(Deed deed, EmulatedUser who, String id) {
        if (deed.verb() == Verb.COMPLETES) {
            emulator.completeTask(who, id);
        } else {
            emulator.change(who, id, Json.object().put("bodyText", html(deed.text(), Json.object())));
        }
        return id;
    }

    private String show(Verb verb, EmulatedUser who, EmulatedSpace space) {
        switch (verb) {
            case ENTERS -> emulator.online(who, space);
            case LEAVES -> emulator.leaves(who, space);
            default -> emulator.typing(who, space);
        }
        return "";
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
        List<AtNames.Part> parts = new AtNames(cast.names()).read(text);
        String html = parts.stream()
                .map(part -> part.mention() ? mention(cast.user(part.text())) : Markup.escape(part.text()))
                .collect(Collectors.joining());
        message.set("mentions", Mentions.listed(html));
        String words = parts.stream().map(AtNames.Part::text).collect(Collectors.joining());
        boolean plain = parts.stream().noneMatch(AtNames.Part::mention);
        // Only there do blanks in a row, and those in front of a line, stay.
        return plain && !Markup.plainText(html).equals(words) ? "<pre>" + html + "</pre>" : html;
    }

    private static String mention(EmulatedUser user) {
        User.Kind kind = user.registered() ? User.Kind.USER : User.Kind.ANONYMOUS;
        User somebody = new User(user.id(), kind, user.username(), user.displayName());
        return Mentions.insert("@" + Markup.escape(user.displayName()), List.of(somebody));
    }

    private String target(Deed deed, EmulatedSpace space) {
        List<SpaceEvent> events = space.history().stream()
                .map(EventReader::read)
                .flatMap(Optional::stream)
                .filter(event -> suits(deed.verb(), event))
                .toList();
        List<SpaceEvent> called = events.stream()
                .filter(event -> Cast.titleOf(event).equals(deed.object()))
                .toList();
        int which = deed.details().which();
        if (called.isEmpty() || which > called.size()) {
            throw new AssertionError((called.isEmpty() ? "nothing" : "no " + which + ". thing") + " is called \""
                    + deed.object() + "\" here; there " + inWords(events));
        }
        return called.get(which == 0 ? called.size() - 1 : which - 1).id();
    }

    private static String inWords(List<SpaceEvent> events) {
        return events.isEmpty()
                ? "is nothing that could be"
                : "is "
                        + events.stream()
                                .map(event -> "\"" + Cast.titleOf(event) + "\"")
                                .collect(Collectors.joining(", "));
    }

    /** Whether something can be done to an event. */
    public static boolean suits(Verb verb, SpaceEvent event) {
        return switch (verb) {
            case COMPLETES -> event instanceof Task;
            case COMMENTS -> !(event instanceof Message);
            default -> true;
        };
    }
}
