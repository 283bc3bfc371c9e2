package dev.spacesbot.internal.rest;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Asks to be let in as a guest. Each time it is another guest, with another user id. */
final class GuestIssuer implements Tokens.Issuer {

    /** What the service's documentation says, for tokens that do not say it themselves. */
    private static final Duration DOCUMENTED_LIFETIME = Duration.ofHours(24);

    private final Auth.Anonymous guest;
    private final HttpUrl address;
    private final Http http;
    private final Supplier<Instant> clock;

    GuestIssuer(Auth.Anonymous guest, Service service, Http http, Supplier<Instant> clock) {
        this.guest = guest;
        this.address = Addresses.of(service.apiUrl(), "apiUrl")
                .addPathSegments("anonymous/auth")
                .build();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Tokens.Issued issue() {
        Request request = new Request.Builder()
                .url(address)
                .header("Accept", "application/json")
                .post(Addresses.json(Json.object().put("displayname", guest.displayName())))
                .build();
        Answer answer = http.answer(request, List.of());
        if (answer.forbidden()) {
            throw answer.failure(Kind.REFUSED, "Guests are not let in: use another type under auth.");
        }
        if (!answer.ok()) {
            throw answer.failure();
        }
        String token = Json.text(answer.body(), "token");
        if (token.isEmpty()) {
            throw answer.failure(Kind.UNAVAILABLE, "It holds no token: check apiUrl under service.");
        }
        Instant now = clock.get();
        Duration lifetime = Lifetimes.ofJwt(token, now).orElse(DOCUMENTED_LIFETIME);
        return new Tokens.Issued(new Token("jwt", new Secret(token)), Lifetimes.renewAt(now, lifetime));
    }
}
