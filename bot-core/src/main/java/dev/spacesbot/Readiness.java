package dev.spacesbot;

import java.util.Map;

/**
 * Whether a bot can be talked to.
 *
 * @param connected whether there is a connection
 * @param joined in how many spaces it is
 * @param missing the spaces that it wants to be in and is not, by id, with the reason; empty where none is known yet
 */
public record Readiness(boolean connected, int joined, Map<String, String> missing) {

    /** Whether it is connected and in every space that it wants to be in. */
    public boolean ready() {
        return connected && missing.isEmpty();
    }
}
