package dev.spacesbot.event;

import org.jspecify.annotations.Nullable;

/**
 * A space to join, and the password that lets one in.
 *
 * @param id 24 hexadecimal digits
 * @param password the space's PIN, or null for an open space
 */
public record SpaceRef(String id, @Nullable String password) {

    /** An open space. */
    public static SpaceRef open(String id) {
        return new SpaceRef(id, null);
    }

    /** A text about this space, the password in it shown as {@code ***}: services repeat what they were given. */
    public String withoutPassword(String text) {
        return password == null || password.isEmpty() ? text : text.replace(password, "***");
    }

    /** The id alone: the password is a secret. */
    @Override
    public String toString() {
        return id;
    }
}
