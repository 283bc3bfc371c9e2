package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A space on the emulator. Open to everybody unless it is direct, has a password or is for members only. */
public final class EmulatedSpace {

    private final SpacesEmulator emulator;
    private final Space space;
    private final Map<EmulatedUser, Role> roles = new LinkedHashMap<>();
    private @Nullable String password;
    private boolean membersOnly;
    private Instant active;

    EmulatedSpace(SpacesEmulator emulator, Space space, Instant now) {
        this.emulator = emulator;
        this.space = space;
        this.membersOnly = space.kind() == Space.Kind.DIRECT;
        this.active = now;
    }

    /** 24 hexadecimal digits. */
    public String id() {
        return space.id();
    }

    /** Its name. */
    public String title() {
        return space.title();
    }

    /** Group, direct or personal. */
    public Space.Kind kind() {
        return space.kind();
    }

    /** Whoever joined, in the order of joining. */
    public List<EmulatedUser> members() {
        return emulator.turns().decide(() -> List.copyOf(roles.keySet()));
    }

    /** Everything written here, oldest first, as the wire shows it; each in its latest version. */
    public List<ObjectNode> history() {
        return emulator.history(this);
    }

    /** Asks for this password from now on; null opens the space. Returns the space. */
    public EmulatedSpace protect(@Nullable String password) {
        emulator.turns().run(() -> this.password = password);
        return this;
    }

    /** Lets nobody in from now on but those who are members. Returns the space. */
    public EmulatedSpace closeToOthers() {
        emulator.turns().run(() -> membersOnly = true);
        return this;
    }

    /** What somebody is here; whoever has not joined is a guest. */
    public Role role(EmulatedUser user) {
        return emulator.turns().decide(() -> roles.getOrDefault(user, Role.GUEST));
    }

    /** Makes somebody a member, or gives a member another role. Returns the space. */
    public EmulatedSpace add(EmulatedUser user, Role role) {
        emulator.turns().run(() -> roles.put(user, role));
        return this;
    }

    boolean has(EmulatedUser user) {
        return roles.containsKey(user);
    }

    Map<EmulatedUser, Role> roles() {
        return roles;
    }

    String roleOnTheWire(EmulatedUser user) {
        return roles.getOrDefault(user, Role.GUEST).name().toLowerCase(Locale.ROOT);
    }

    Instant active() {
        return active;
    }

    void touch(Instant now) {
        active = now;
    }

    /** Lets somebody in, as a member with an account or as a guest without; says why where not. */
    void admit(EmulatedUser user, @Nullable String given) {
        if (has(user)) {
            return;
        }
        if (membersOnly) {
            throw new Declined(Declined.FORBIDDEN, "topic.access.denied", "Only members may enter this space.");
        }
        if (password != null && !password.equals(given)) {
            throw given == null || given.isEmpty()
                    ? new Declined(Declined.FORBIDDEN, "topic.password.required", "This space asks for a password.")
                    : new Declined(Declined.FORBIDDEN, "topic.password.wrong", "The password of the space is wrong.");
        }
        roles.put(user, user.registered() ? Role.MEMBER : Role.GUEST);
    }

    /** The title and the id. */
    @Override
    public String toString() {
        return title() + " (" + id() + ")";
    }
}
