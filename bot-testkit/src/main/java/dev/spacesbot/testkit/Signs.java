package dev.spacesbot.testkit;

import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import java.util.HashSet;
import java.util.Set;

/** Where the bot has shown that it is typing, as far as the test has not looked at it. Safe for use by several threads. */
final class Signs {

    private final Set<String> spaces = new HashSet<>();

    Signs(SpacesEmulator emulator, EmulatedUser self) {
        emulator.onPresence(json -> {
            if (json.path("category").asText().equals("party.typing")
                    && json.path("sender").path("_id").asText().equals(self.id())) {
                add(json.path("topicId").asText());
            }
        });
    }

    private synchronized void add(String spaceId) {
        spaces.add(spaceId);
    }

    /** Whether it has in this space, since the last call. */
    synchronized boolean take(String spaceId) {
        return spaces.remove(spaceId);
    }
}
