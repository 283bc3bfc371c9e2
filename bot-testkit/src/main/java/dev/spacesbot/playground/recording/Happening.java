package dev.spacesbot.playground.recording;

import dev.spacesbot.event.Role;
import dev.spacesbot.event.SpaceEvent;

/**
 * Something that somebody did on the emulator.
 *
 * @param event what
 * @param html the words of it as they came: of a message its text, of a task or post its description; empty for presence
 * @param role what whoever did it was in the space then
 */
record Happening(SpaceEvent event, String html, Role role) {

    String spaceId() {
        return event.space().id();
    }

    String senderId() {
        return event.sender().id();
    }
}
