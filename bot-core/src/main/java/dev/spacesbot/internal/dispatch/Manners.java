package dev.spacesbot.internal.dispatch;

import dev.spacesbot.handler.Addressed;

/**
 * How a bot behaves where its handlers do not say.
 *
 * @param addressed to whom messages must be said
 * @param help whether it explains its commands
 */
public record Manners(Addressed addressed, boolean help) {

    /** What a bot does that nobody configured. */
    public static final Manners DEFAULT = new Manners(Addressed.ANY, true);

    Addressed orConfigured(Addressed declared) {
        return declared == Addressed.AS_CONFIGURED ? addressed : declared;
    }
}
