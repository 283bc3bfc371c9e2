package dev.spacesbot.config;

import org.jspecify.annotations.Nullable;

/** How a bot proves who it is. */
public sealed interface Auth {

    /** A text with {@code ***} in place of every secret that is in here. */
    default String masked(String text) {
        return text;
    }

    /**
     * A ready token that cannot be renewed.
     *
     * @param tokenType the word that goes with it on the wire: {@code jwt}, {@code oauth}, {@code service_app} or another
     * @param token the token
     */
    record Token(String tokenType, Secret token) implements Auth {

        @Override
        public String masked(String text) {
            return token.maskedIn(text);
        }
    }

    /**
     * OAuth 2 with a refresh token: access tokens are fetched and renewed as needed.
     *
     * @param clientId of the registered application
     * @param clientSecret of the registered application
     * @param refreshToken each use of it returns the next one
     * @param token an access token to begin with, or null to fetch one at the start
     */
    record OAuth(
            String clientId,
            Secret clientSecret,
            Secret refreshToken,
            @Nullable Secret token) implements Auth {

        @Override
        public String masked(String text) {
            String masked = refreshToken.maskedIn(clientSecret.maskedIn(text));
            return token == null ? masked : token.maskedIn(masked);
        }
    }

    /**
     * A guest without an account; the token lives 24 hours and a renewed one is another guest.
     *
     * @param displayName the name that people see
     */
    record Anonymous(String displayName) implements Auth {}
}
