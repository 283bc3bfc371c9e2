package dev.spacesbot.event;

/** What somebody is in a space. */
public enum Role {
    /** May change the space and who is in it. */
    ADMIN,
    /** May read, write and invite. */
    MEMBER,
    /** May read and write. */
    GUEST
}
