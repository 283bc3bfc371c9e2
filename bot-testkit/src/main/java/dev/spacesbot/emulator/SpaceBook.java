package dev.spacesbot.emulator;

import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.Timers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which spaces there are, and who is in them. Used under the model's lock. */
final class SpaceBook {

    private final SpacesEmulator emulator;
    private final Ids ids;
    private final Timers timers;
    private final Map<String, EmulatedSpace> byId = new LinkedHashMap<>();
    private final Map<String, EmulatedSpace> byTitle = new HashMap<>();
    private final Map<Set<EmulatedUser>, EmulatedSpace> direct = new HashMap<>();

    SpaceBook(SpacesEmulator emulator, Ids ids, Timers timers) {
        this.emulator = emulator;
        this.ids = ids;
        this.timers = timers;
    }

    /** The group of that title. */
    EmulatedSpace group(String title) {
        return byTitle.computeIfAbsent(title, name -> add(name, Space.Kind.GROUP));
    }

    /** A space of any kind, and whoever runs it. */
    EmulatedSpace found(String title, Space.Kind kind, EmulatedUser owner) {
        EmulatedSpace space = add(title, kind);
        space.roles().put(owner, Role.ADMIN);
        return space;
    }

    /** The two people's own space. */
    EmulatedSpace direct(EmulatedUser one, EmulatedUser other) {
        if (one == other) {
            throw Declined.invalid("A direct space needs two different users.");
        }
        return direct.computeIfAbsent(Set.of(one, other), pair -> {
            EmulatedSpace space = add(one.displayName() + ", " + other.displayName(), Space.Kind.DIRECT);
            space.roles().put(one, Role.MEMBER);
            space.roles().put(other, Role.MEMBER);
            return space;
        });
    }

    /** A new space. */
    EmulatedSpace add(String title, Space.Kind kind) {
        EmulatedSpace space = new EmulatedSpace(emulator, new Space(ids.next(), title, kind), timers.now());
        byId.put(space.id(), space);
        return space;
    }

    @Nullable
    EmulatedSpace byId(String id) {
        return byId.get(id);
    }

    /** The space of that id. */
    EmulatedSpace required(String id) {
        EmulatedSpace space = byId.get(id);
        if (space == null) {
            throw new Declined(Declined.NOT_FOUND, "topic.not.found", "There is no space with this id.");
        }
        return space;
    }

    List<EmulatedSpace> all() {
        return List.copyOf(byId.values());
    }

    /** The spaces of one user, the most recently used first. */
    List<EmulatedSpace> of(EmulatedUser user) {
        return byId.values().stream()
                .filter(space -> space.has(user))
                .sorted(Comparator.comparing(EmulatedSpace::active).reversed())
                .toList();
    }
}
