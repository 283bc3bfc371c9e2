package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.wire.Json;

/** Somebody with an account on the emulator, or a guest. */
public final class EmulatedUser {

    private final SpacesEmulator emulator;
    private final User user;

    EmulatedUser(SpacesEmulator emulator, User user) {
        this.emulator = emulator;
        this.user = user;
    }

    /** 24 hexadecimal digits. */
    public String id() {
        return user.id();
    }

    /** The name that people see. */
    public String displayName() {
        return user.displayName();
    }

    /** An e-mail address, or what a guest asked to be called. */
    public String username() {
        return user.username();
    }

    /** False for a guest. */
    public boolean registered() {
        return user.kind() == User.Kind.USER;
    }

    /** A token of type {@code jwt} that is valid now; a new one where the last has expired. */
    public String token() {
        return emulator.token(this);
    }

    /** What a bot's configuration needs in order to renew its access token; each use of it makes the next one. */
    public String refreshToken() {
        return emulator.refreshToken(this);
    }

    /** The direct space with somebody, made where there is none yet. */
    public EmulatedSpace direct(EmulatedUser other) {
        return emulator.direct(this, other);
    }

    /** Writes a chat message, as {@link SpacesEmulator#say} does; returns its id. */
    public String says(EmulatedSpace space, String text) {
        return emulator.say(this, space, text);
    }

    boolean named(String displayName) {
        return displayName().equals(displayName);
    }

    User asUser() {
        return user;
    }

    /** The user as the {@code sender} of events. */
    ObjectNode asSender() {
        return Json.object()
                .put("_id", id())
                .put("type", registered() ? "user" : "anonymous")
                .put("username", username())
                .put("displayname", displayName())
                .put("picture_url", "");
    }

    /** The display name and the id. */
    @Override
    public String toString() {
        return displayName() + " (" + id() + ")";
    }
}
