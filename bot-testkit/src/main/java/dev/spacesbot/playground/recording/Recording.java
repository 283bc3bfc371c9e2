package dev.spacesbot.playground.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.internal.wire.PresenceReader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has happened on the emulator since, as it happened, to be written down as transcripts. Safe for use by several threads.
 */
public final class Recording {

    /** So that a playground that runs for days does not fill the memory. */
    private static final int KEPT = 20_000;

    private final SpacesEmulator emulator;
    private final Deque<Happening> happenings = new ArrayDeque<>();

    /** Listens from now on, to the end of the emulator. */
    public Recording(SpacesEmulator emulator) {
        this.emulator = emulator;
        emulator.onMessage(json -> EventReader.read(json).ifPresent(event -> keep(event, json)));
        emulator.onPresence(json -> PresenceReader.read(json, Instant.now())
                .filter(presence -> presence.kind() != Presence.Kind.TYPING)
                .ifPresent(presence -> keep(presence, json)));
    }

    private void keep(SpaceEvent event, ObjectNode json) {
        String html = json.path("content")
                .path(event instanceof Message ? "bodyText" : "description")
                .asText("");
        Happening happening = new Happening(event, html, role(event));
        synchronized (happenings) {
            happenings.add(happening);
            if (happenings.size() > KEPT) {
                happenings.remove();
            }
        }
    }

    private Role role(SpaceEvent event) {
        return emulator.users().stream()
                .filter(user -> user.id().equals(event.sender().id()))
                .flatMap(user -> emulator.spaces().stream()
                        .filter(space -> space.id().equals(event.space().id()))
                        .map(space -> space.role(user)))
                .findFirst()
                .orElse(Role.MEMBER);
    }

    /**
     * What was said in a space, as the text of a transcript that is a test of one bot at once: whatever set off something that
     * the bot said here is in it, and whatever the bot said elsewhere for something that was done here. Other bots are people
     * in it. People's coming and going is in it where the bot answers that; typing and the time that passed are not.
     *
     * @param taken whether the bot has a handler for something
     */
    public String transcript(EmulatedSpace space, EmulatedUser bot, Predicate<SpaceEvent> taken) {
        return new Retelling(emulator, space, bot).of(Exchange.of(happenings(), bot.id(), taken));
    }

    /**
     * The Java lines of a test in which a person does what set off this message, task or post of a bot, or this one where a
     * person wrote it, and the bot answers as it did; empty where it was not heard of.
     */
    public Optional<String> test(String messageId, EmulatedUser bot, Predicate<SpaceEvent> taken) {
        return new TestLines(emulator, bot, Exchange.of(happenings(), bot.id(), taken)).of(messageId);
    }

    private List<Happening> happenings() {
        synchronized (happenings) {
            return List.copyOf(happenings);
        }
    }
}
