package dev.spacesbot.internal.runtime;

import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the token of a transport. */
record TokenRenewal(Transport transport) {

    /** The wait after a try that had no answer, and the least after any other. */
    static final Duration AGAIN = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(TokenRenewal.class);

    /** What came of it. */
    enum Outcome {
        DONE,
        /** It cannot be, or the service will not. */
        REFUSED,
        /** The service did not answer, so it has not refused. */
        UNANSWERED
    }

    Outcome renew() {
        try {
            return transport.renewToken() ? Outcome.DONE : Outcome.REFUSED;
        } catch (TransportException e) {
            log.warn("The token cannot be renewed: {}", e.getMessage());
            return e.kind() == TransportException.Kind.UNAVAILABLE ? Outcome.UNANSWERED : Outcome.REFUSED;
        } catch (RuntimeException e) {
            log.error("Renewing the token failed in a way that was not foreseen", e);
            return Outcome.UNANSWERED;
        }
    }

    /** How long it waits; null where it need not or cannot be. Never so short that it would hammer the service. */
    @Nullable
    Duration due(Instant now) {
        Instant at = transport.renewAt();
        if (at == null) {
            return null;
        }
        Duration wait = Duration.between(now, at);
        return wait.compareTo(AGAIN) < 0 ? AGAIN : wait;
    }
}
