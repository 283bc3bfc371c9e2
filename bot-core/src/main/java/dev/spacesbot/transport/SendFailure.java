package dev.spacesbot.transport;

import org.jspecify.annotations.Nullable;

/**
 * The service did not accept something that was sent.
 *
 * @param spaceId where it was sent to
 * @param loopback what identifies the sending; null where the service did not repeat it
 * @param bodyText the text that was sent, to recognise it by where there is no loopback; empty where not repeated
 * @param subscriptionRequired whether the service wants the space joined first
 * @param reason the service's words; empty where it gave none
 */
public record SendFailure(
        String spaceId, @Nullable String loopback, String bodyText, boolean subscriptionRequired, String reason) {}
