package dev.spacesbot.internal.wire;

import dev.spacesbot.event.Presence;

/** The service's words for presence. */
final class PresenceCategory {

    static final String ONLINE = "app.event.presence.party.online";
    static final String LEAVES = "app.event.presence.party.leaves";
    static final String TYPING = "party.typing";

    private PresenceCategory() {}

    static String of(Presence.Kind kind) {
        return switch (kind) {
            case ENTERED -> ONLINE;
            case LEFT -> LEAVES;
            case TYPING -> TYPING;
        };
    }
}
