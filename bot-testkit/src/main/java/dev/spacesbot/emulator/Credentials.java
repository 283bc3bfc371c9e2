package dev.spacesbot.emulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a client says about itself in a query; either may be empty. A token without a type is a JWT: clients are known that
 * send no type.
 */
record Credentials(String token, String tokenType) {

    private static final Set<String> TYPES = Set.of("", "jwt", "oauth", "service_app");

    /** What the query of the HTTP request said, else what the query of the namespace says. */
    Credentials orElse(String namespaceQuery) {
        Credentials given = token.isEmpty() ? of(namespaceQuery) : this;
        if (given.token.isEmpty()) {
            throw Declined.badToken("There is no token in the query: connect with ?token=…&tokenType=jwt.");
        }
        if (!TYPES.contains(given.tokenType)) {
            throw Declined.badToken("tokenType must be jwt, oauth or service_app.");
        }
        return given;
    }

    private static Credentials of(String query) {
        String token = "";
        String type = "";
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("token=")) {
                token = decoded(pair.substring("token=".length()));
            } else if (pair.startsWith("tokenType=")) {
                type = decoded(pair.substring("tokenType=".length()));
            }
        }
        return new Credentials(token, type);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Credentials of type " + tokenType;
    }
}
