package dev.spacesbot.event;

/**
 * A space: a room for a group, for two people, or a personal meeting room. Called a topic on the wire.
 *
 * @param id 24 hexadecimal digits
 * @param title its name; empty where the service did not tell it
 * @param kind group, direct or personal
 */
public record Space(String id, String title, Kind kind) {

    /** What a space is for. */
    public enum Kind {
        /** Any number of people. */
        GROUP,
        /** Exactly two people. */
        DIRECT,
        /** Somebody's meeting room. */
        PERSONAL
    }
}
