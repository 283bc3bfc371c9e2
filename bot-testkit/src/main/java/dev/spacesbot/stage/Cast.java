package dev.spacesbot.stage;

import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Step;
import dev.spacesbot.transcript.Transcript;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in a transcript, and how it calls them and what they write. */
public final class Cast implements Deed.Names {

    private final SpacesEmulator emulator;
    private final Map<String, EmulatedUser> byName = new HashMap<>();
    private final Map<String, String> namesById = new HashMap<>();

    /** Everybody in a transcript; {@code bot} is whoever it calls that. */
    public Cast(Transcript transcript, SpacesEmulator emulator, EmulatedUser bot) {
        this.emulator = emulator;
        add(Transcript.BOT, bot);
        transcript.entries().forEach(entry -> meet(entry.step()));
    }

    /** Everybody is there from the beginning, so that they can be mentioned before they speak. */
    private void meet(Step step) {
        if (step instanceof Deed deed) {
            user(deed.who());
            if (!deed.who().equals(Transcript.BOT)) {
                deed.details().assignees().forEach(this::user);
            }
        } else if (step instanceof Step.InDirect direct) {
            user(direct.person());
        } else if (step instanceof Step.HasRole role) {
            user(role.person());
        }
    }

    /** The user of that name; made where there is none yet. */
    public EmulatedUser user(String name) {
        EmulatedUser known = byName.get(name);
        return known != null ? known : add(name, emulator.user(name));
    }

    private EmulatedUser add(String name, EmulatedUser user) {
        byName.put(name, user);
        namesById.put(user.id(), name);
        return user;
    }

    /** Everybody's name. */
    Set<String> names() {
        return byName.keySet();
    }

    @Override
    public String person(String id) {
        return namesById.getOrDefault(id, id);
    }

    @Override
    public String title(String id) {
        return EventReader.read(emulator.message(id)).map(Cast::titleOf).orElse(id);
    }

    /** What an event is referred to by: its title, or the first line of its text. */
    public static String titleOf(SpaceEvent event) {
        if (event instanceof Task task) {
            return task.title();
        }
        Optional<String> line = event instanceof Post post
                ? Optional.of(post.title())
                : ((Message) event).text().lines().findFirst().map(String::stripTrailing);
        return line.orElse("");
    }
}
