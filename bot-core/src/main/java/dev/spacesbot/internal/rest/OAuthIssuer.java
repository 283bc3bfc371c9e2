package dev.spacesbot.internal.rest;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Exchanges a refresh token for an access token and the next refresh token: each one is good for one use. */
final class OAuthIssuer implements Tokens.Issuer {

    private final Auth.OAuth oauth;
    private final HttpUrl address;
    private final Http http;
    private final Supplier<Instant> clock;
    private final RefreshTokens.Place kept;

    /** What may be exchanged next, the best first; empty before the first is asked for. */
    private final Deque<RefreshTokens.Kept> next = new ArrayDeque<>();

    OAuthIssuer(Auth.OAuth oauth, Service service, Http http, Supplier<Instant> clock, RefreshTokens kept) {
        this.oauth = oauth;
        this.address = Addresses.of(service.accountsUrl(), "accountsUrl")
                .addPathSegments("oauth2/access_token")
                .build();
        this.http = http;
        this.clock = clock;
        this.kept = kept.of(oauth.clientId());
    }

    @Override
    public Tokens.Issued issue() {
        if (next.isEmpty()) {
            next.addAll(candidates());
        }
        while (true) {
            try {
                return exchange(next.getFirst());
            } catch (TransportException e) {
                if (e.kind() != Kind.REFUSED || next.size() == 1) {
                    throw e;
                }
                next.removeFirst();
            }
        }
    }

    /**
     * The one that followed on that of the configuration. Where somebody has put another one there since, that one goes first: it
     * may be of another account.
     */
    private List<RefreshTokens.Kept> candidates() {
        RefreshTokens.Kept configured = RefreshTokens.Kept.configured(oauth.refreshToken());
        RefreshTokens.Kept last = kept.last(clock.get()).orElse(configured);
        return last.from().equals(configured.from()) ? List.of(last) : List.of(configured, last);
    }

    private Tokens.Issued exchange(RefreshTokens.Kept tried) {
        Secret used = tried.token();
        FormBody form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("client_id", oauth.clientId())
                .add("client_secret", oauth.clientSecret().value())
                .add("refresh_token", used.value())
                .build();
        Request request = new Request.Builder()
                .url(address)
                .header("Accept", "application/json")
                .post(new OneUse(form))
                .build();
        Answer answer =
                http.answer(request, List.of(used.value(), oauth.clientSecret().value()));
        if (!answer.ok()) {
            throw refusal(answer);
        }
        return read(answer, tried.from());
    }

    private Tokens.Issued read(Answer answer, String from) {
        String refreshToken = Json.text(answer.body(), "refresh_token");
        if (!refreshToken.isEmpty()) {
            RefreshTokens.Kept following = new RefreshTokens.Kept(new Secret(refreshToken), from);
            next.clear();
            next.add(following);
            // Before anybody makes use of the answer: what was exchanged is worth nothing any more.
            kept.keep(following, clock.get());
        }
        String access = Json.text(answer.body(), "access_token");
        if (access.isEmpty()) {
            throw answer.failure(Kind.UNAVAILABLE, "It holds no access_token: check accountsUrl under service.");
        }
        long seconds = answer.body().path("expires_in").asLong(0);
        Instant renewAt = seconds > 0 ? Lifetimes.renewAt(clock.get(), Duration.ofSeconds(seconds)) : null;
        return new Tokens.Issued(new Token("oauth", new Secret(access)), renewAt);
    }

    private static TransportException refusal(Answer answer) {
        String code = answer.errorCode();
        if (code.equals("invalid_client") || code.equals("unauthorized_client")) {
            return answer.failure(
                    Kind.REFUSED,
                    "The accounts host does not know the application: check auth.clientId and auth.clientSecret in the"
                            + " configuration.");
        }
        if (answer.unauthorized() || code.equals("invalid_grant")) {
            return answer.failure(
                    Kind.REFUSED,
                    "The refresh token is not valid any more (each is good for one use): sign in again and put the new"
                            + " one into the configuration as auth.refreshToken.");
        }
        return answer.failure();
    }

    /** Keeps OkHttp from sending it again on another connection: the first may have used the refresh token up. */
    private static final class OneUse extends RequestBody {

        private final RequestBody body;

        OneUse(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
