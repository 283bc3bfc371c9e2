package dev.spacesbot.event;

/**
 * Somebody named in a text.
 *
 * @param userId the id of who is named
 * @param displayName the name as written; empty where only the id was given
 */
public record Mention(String userId, String displayName) {}
