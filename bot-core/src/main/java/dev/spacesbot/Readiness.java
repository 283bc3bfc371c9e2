package dev.spacesbot;

import java.util.List;
import java.util.Map;

/**
 * Whether a bot can be talked to.
 *
 * @param connected whether there is a connection
 * @param joined in how many spaces it is
 * @param missing the spaces that it wants to be in and is not, by id, with the reason; empty where none is known yet
 * @param troubles what else stands in the way, in words: its store is away, nothing is heard of the service, or what was said
 *     before cannot be read
 */
public record Readiness(boolean connected, int joined, Map<String, String> missing, List<String> troubles) {

    /** Whether it is connected, in every space that it wants to be in, and nothing else stands in the way. */
    public boolean ready() {
        return connected && missing.isEmpty() && troubles.isEmpty();
    }
}
