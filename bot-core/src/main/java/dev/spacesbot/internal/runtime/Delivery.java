package dev.spacesbot.internal.runtime;

/**
 * That the service has a reply.
 *
 * @param spaceId where
 * @param messageId what it is called there; its last part where it was cut
 */
record Delivery(String spaceId, String messageId) {}
