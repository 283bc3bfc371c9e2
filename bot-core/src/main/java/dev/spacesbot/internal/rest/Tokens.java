package dev.spacesbot.internal.rest;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Service;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the current token comes from. Safe for use by several threads. */
interface Tokens {

    /**
     * The token to use now; fetched first where there is none yet.
     *
     * @throws TransportException where it has to be fetched and is not to be had
     */
    Token current();

    /**
     * Gets another token in place of the current one. Two that ask at the same time get the same one.
     *
     * @return false where there is no way to
     * @throws TransportException where the service refused or did not answer
     */
    boolean renew();

    /** When to renew at the latest; null where that is not known or there is no way to. */
    @Nullable
    Instant renewAt();

    /** The tokens that {@code auth} describes. */
    static Tokens of(Auth auth, Service service, Http http, Timers timers, RefreshTokens kept) {
        if (auth instanceof Auth.Token ready) {
            return new ReadyToken(new Token(ready.tokenType(), ready.token()));
        }
        if (auth instanceof Auth.OAuth oauth) {
            Issued first = oauth.token() == null ? null : new Issued(new Token("oauth", oauth.token()), null);
            return new RenewedTokens(new OAuthIssuer(oauth, service, http, timers::now, kept), first);
        }
        return new RenewedTokens(new GuestIssuer((Auth.Anonymous) auth, service, http, timers::now), null);
    }

    /** A token that cannot be renewed. */
    record ReadyToken(Token current) implements Tokens {

        @Override
        public boolean renew() {
            return false;
        }

        @Override
        public @Nullable Instant renewAt() {
            return null;
        }
    }

    /** A token and when to ask for the next one, or null where that is not known. */
    record Issued(Token token, @Nullable Instant renewAt) {}

    /** Asks for a token. Never called by two threads at a time. */
    interface Issuer {

        /** Asks for the next token. */
        Issued issue();
    }
}
