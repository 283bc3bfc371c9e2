package dev.spacesbot.event;

/**
 * Somebody in a space.
 *
 * @param user who
 * @param role what they are there
 */
public record Member(User user, Role role) {}
