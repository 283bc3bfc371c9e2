package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final Instant NOW = Instant.parse("2021-05-23T10:00:00Z");

    private final Web web = new Web();
    private final Http http = new Http(web.service());

    @AfterEach
    void endAll() {
        http.close();
        web.close();
    }

    /** Time stands still. */
    private static final class StoppedClock implements Timers {

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private Tokens tokens(Auth auth) {
        return Tokens.of(auth, web.service(), http, new StoppedClock(), RefreshTokens.inMemory());
    }

    private Tokens oauth(@Nullable String token) {
        return tokens(new Auth.OAuth(
                "client 1",
                new Secret("secret-of-client"),
                new Secret("refresh-0"),
                token == null ? null : new Secret(token)));
    }

    private static String issued(int number, String lifetime) {
        return "{\"access_token\":\"access-" + number + "\",\"refresh_token\":\"refresh-" + number + "\"" + lifetime
                + "}";
    }

    @Test
    void aReadyTokenIsNeverRenewed() {
        Tokens tokens = tokens(new Auth.Token("service_app", new Secret("token-of-bot")));

        assertThat(tokens.current()).isEqualTo(new Token("service_app", new Secret("token-of-bot")));
        assertThat(tokens.renew()).isFalse();
        assertThat(tokens.renewAt()).isNull();
    }

    @Test
    void aTokenPrintsWithoutItsText() {
        assertThat(new Token("jwt", new Secret("token-of-bot"))).hasToString("Token[type=jwt, secret=***]");
    }

    @Test
    void everyRefreshUsesTheRefreshTokenOfTheOneBefore() {
        web.answers(200, issued(1, ",\"expires_in\":3600")).answers(200, issued(2, ",\"expires_in\":\"600\""));
        Tokens tokens = oauth(null);

        Token first = tokens.current();
        Instant firstRenewal = tokens.renewAt();
        boolean renewed = tokens.renew();

        assertThat(first).isEqualTo(new Token("oauth", new Secret("access-1")));
        assertThat(firstRenewal).isEqualTo(NOW.plusSeconds(3240));
        assertThat(renewed).isTrue();
        assertThat(tokens.current().value()).isEqualTo("access-2");
        assertThat(tokens.renewAt()).isEqualTo(NOW.plusSeconds(540));
        String call = "POST /oauth2/access_token grant_type=refresh_token&client_id=client+1"
                + "&client_secret=secret-of-client&refresh_token=";
        assertThat(web.asked()).containsExactly(call + "refresh-0", call + "refresh-1");
    }

    @Test
    void anAccessTokenFromTheConfigurationIsUsedFirst() {
        web.answers(200, issued(1, ""));
        Tokens tokens = oauth("access-0");

        Token first = tokens.current();
        tokens.renew();

        assertThat(first.value()).isEqualTo("access-0");
        assertThat(tokens.current().value()).isEqualTo("access-1");
        assertThat(tokens.renewAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, REFUSED, put the new one into the configuration as auth.refreshToken.",
        "401, '', REFUSED, put the new one into the configuration as auth.refreshToken.",
        "401, invalid_client, REFUSED, check auth.clientId and auth.clientSecret in the configuration.",
        "503, '', UNAVAILABLE, try again later."
    })
    void saysWhatToDoWhereNoTokenIsToBeHad(int status, String code, Kind kind, String advice) {
        web.answers(
                status, "{\"error\":\"" + code + "\",\"error_description\":\"about refresh-0 of secret-of-client\"}");

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> oauth(null).current());

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure)
                .hasMessageStartingWith("POST " + web.address("/oauth2/access_token") + ": answered " + status + " (")
                .hasMessageContaining("about *** of ***)")
                .hasMessageEndingWith(advice);
    }

    @Test
    void aGuestsTokenIsRenewedATenthBeforeItsEnd() {
        String claims = "{\"iat\":1000,\"exp\":4600}";
        String jwt =
                "h." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".s";
        web.answers(200, "{\"token\":\"" + jwt + "\"}");
        Tokens tokens = tokens(new Auth.Anonymous("Poll bot"));

        Token token = tokens.current();

        assertThat(token).isEqualTo(new Token("jwt", new Secret(jwt)));
        assertThat(tokens.renewAt()).isEqualTo(NOW.plusSeconds(3240));
        assertThat(web.asked()).containsExactly("POST /api/anonymous/auth {\"displayname\":\"Poll bot\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e18", "9223372036854775807", "1e400", "\"99999999999\""})
    void aLifetimeBeyondAllClocksIsAYear(String lifetime) {
        web.answers(200, issued(1, ",\"expires_in\":" + lifetime));
        Tokens tokens = oauth(null);

        tokens.current();

        assertThat(tokens.renewAt()).isEqualTo(NOW.plus(Duration.ofHours(365 * 24 * 9 / 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iat\":1700000000,\"exp\":1700000000000000}",
                "{\"iat\":-9223372036854775808,\"exp\":9223372036854775807}"
            })
    void aGuestsTokenThatSaysAnEndBeyondAllClocksIsRenewedWithinAYear(String claims) {
        String middle = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        web.answers(200, "{\"token\":\"h." + middle + ".s\"}");
        Tokens tokens = tokens(new Auth.Anonymous("Poll bot"));

        tokens.current();

        assertThat(tokens.renewAt()).isEqualTo(NOW.plus(Duration.ofHours(365 * 24 * 9 / 10)));
    }

    @ParameterizedTest
    @CsvSource({"opaque", "a.b.c", "a.e30.c", "a.!!.c"})
    void aGuestsTokenThatDoesNotSayItsEndLivesADay(String unreadable) {
        web.answers(200, "{\"token\":\"" + unreadable + "\"}");
        Tokens tokens = tokens(new Auth.Anonymous("Poll bot"));

        tokens.current();

        assertThat(tokens.renewAt()).isEqualTo(NOW.plus(Duration.ofMinutes(21 * 60 + 36)));
    }

    @Test
    void twoThatRenewAtTheSameTimeCauseOneRequest() throws InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        CountDownLatch bothAsk = new CountDownLatch(1);
        Tokens tokens = new RenewedTokens(
                () -> {
                    if (requests.incrementAndGet() == 2) {
                        awaitUninterrupted(bothAsk);
                    }
                    return new Tokens.Issued(new Token("jwt", new Secret("token-" + requests.get())), null);
                },
                null);
        tokens.current();

        Thread first = new Thread(tokens::renew);
        Thread second = new Thread(tokens::renew);
        first.start();
        second.start();
        Awaitility.await().until(() -> waits(first) && waits(second));
        bothAsk.countDown();
        first.join();
        second.join();

        assertThat(requests).hasValue(2);
        assertThat(tokens.current().value()).isEqualTo("token-2");
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
