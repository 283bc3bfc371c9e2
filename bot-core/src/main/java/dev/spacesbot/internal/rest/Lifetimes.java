package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** How long tokens live, and when to ask for the next one. */
final class Lifetimes {

    /** What a service says in another unit, or without sense, must not lead out of what clocks can count. */
    private static final Duration MOST = Duration.ofDays(365);

    private Lifetimes() {}

    /** A tenth of the lifetime before its end; a year is the most. */
    static Instant renewAt(Instant issued, Duration lifetime) {
        // Negative where the service's numbers were too far apart to count.
        Duration sensible = lifetime.isNegative() || lifetime.compareTo(MOST) > 0 ? MOST : lifetime;
        return issued.plus(sensible.minus(sensible.dividedBy(10)));
    }

    /** What a JWT says of itself; empty where it cannot be read or is over already. Its own begin counts, not our clock. */
    static Optional<Duration> ofJwt(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            JsonNode json = Json.read(new String(claims, StandardCharsets.UTF_8));
            long end = json.path("exp").asLong(0);
            long begin = json.path("iat").asLong(now.getEpochSecond());
            return end > begin ? Optional.of(Duration.ofSeconds(end - begin)) : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
