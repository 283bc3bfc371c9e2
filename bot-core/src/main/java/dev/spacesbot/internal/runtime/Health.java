package dev.spacesbot.internal.runtime;

import dev.spacesbot.store.Store;
import dev.spacesbot.transport.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bot can be talked to, and what stands in its way.
 *
 * @param connected whether there is a connection
 * @param joined in how many spaces it is
 * @param missing the spaces that it wants to be in and is not, by id, with the reason; empty where none is known yet
 * @param troubles what else is wrong, in words
 */
public record Health(boolean connected, int joined, Map<String, String> missing, List<String> troubles) {

    /** Two of the service's pings. */
    private static final Duration TOO_SILENT = Duration.ofSeconds(50);

    private static final Duration TOO_FAR_BEHIND = Duration.ofMinutes(1);

    static Health of(@Nullable Link live, Subscriptions subscriptions, Intake intake, Store store) {
        List<String> troubles = new ArrayList<>();
        store.trouble().ifPresent(trouble -> troubles.add("the store: " + trouble));
        Connection connection = live == null ? null : live.connection();
        Duration silence = connection == null ? Duration.ZERO : connection.silence();
        if (silence.compareTo(TOO_SILENT) > 0) {
            troubles.add("nothing was heard of the service for " + silence.toSeconds() + " s");
        }
        Duration behind = intake.behindFor();
        if (behind.compareTo(TOO_FAR_BEHIND) > 0) {
            troubles.add(intake.behind() + " spaces wait for what was said in them before, for " + behind.toSeconds()
                    + " s");
        }
        return new Health(live != null, subscriptions.joined().size(), subscriptions.missing(), List.copyOf(troubles));
    }

    /** Whether nothing is wrong. */
    public boolean ready() {
        return connected && missing.isEmpty() && troubles.isEmpty();
    }
}
