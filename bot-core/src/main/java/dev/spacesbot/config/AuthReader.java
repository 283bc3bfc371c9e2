package dev.spacesbot.config;

import dev.spacesbot.internal.text.Nearest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code auth}. */
final class AuthReader {

    static final String MEANING = "how the bot proves who it is, such as {type: jwt, token: \"${SPACES_TOKEN}\"}";
    static final List<String> KEYS =
            List.of("type", "token", "tokenType", "clientId", "clientSecret", "refreshToken", "displayName");

    private static final List<String> TYPES = List.of("jwt", "oauth", "service_app", "anonymous");
    private static final List<String> CLIENT = List.of("clientId", "clientSecret", "refreshToken");

    /** What is read, so that its own problems are told, even where the type does not say what for. */
    private static final List<String> VALUES =
            List.of("token", "clientId", "clientSecret", "refreshToken", "displayName");

    private final Section auth;
    private final String botName;

    AuthReader(Section auth, String botName) {
        this.auth = auth;
        this.botName = botName;
    }

    @Nullable
    Auth read() {
        String type = type();
        if (type == null) {
            VALUES.forEach(auth::text);
            return null;
        }
        if (type.equals("anonymous")) {
            return anonymous();
        }
        return type.equals("oauth") && CLIENT.stream().anyMatch(auth::has) ? oAuth() : token(type);
    }

    private @Nullable String type() {
        if (!auth.has("type") && auth.has("tokenType")) {
            return auth.text("tokenType");
        }
        Node place = auth.required("type", "jwt, oauth, service_app or anonymous");
        String type = auth.text("type");
        if (place == null || type == null || TYPES.contains(type) || auth.has("tokenType")) {
            return type;
        }
        String hint = Nearest.to(type, TYPES)
                .map(near -> "did you mean " + near + "?")
                .orElse("for a token of another type, name that in 'tokenType'");
        // Not shown: a token pasted into the wrong line would be.
        auth.values().problems().add(place, "'auth.type' is jwt, oauth, service_app or anonymous; " + hint);
        return null;
    }

    private Auth anonymous() {
        onlyWith("type anonymous", Set.of("type", "displayName"));
        String displayName = auth.text("displayName");
        return new Auth.Anonymous(displayName == null ? botName : displayName);
    }

    private @Nullable Auth oAuth() {
        onlyWith(
                "a refresh token, which brings its own tokens",
                Set.of("type", "token", "clientId", "clientSecret", "refreshToken"));
        CLIENT.forEach(key -> auth.required(key, "renewing a token takes all of clientId, clientSecret, refreshToken"));
        String clientId = auth.text("clientId");
        Secret clientSecret = auth.secret("clientSecret");
        Secret refreshToken = auth.secret("refreshToken");
        Secret token = auth.secret("token");
        if (clientId == null || clientSecret == null || refreshToken == null) {
            return null;
        }
        return new Auth.OAuth(clientId, clientSecret, refreshToken, token);
    }

    private @Nullable Auth token(String type) {
        onlyWith("a ready token", Set.of("type", "token", "tokenType"));
        auth.required("token", "a ready token, such as \"${SPACES_TOKEN}\"");
        Secret token = auth.secret("token");
        String tokenType = auth.has("tokenType") ? tokenType() : type;
        return token == null || tokenType == null ? null : new Auth.Token(tokenType, token);
    }

    private @Nullable String tokenType() {
        String tokenType = auth.text("tokenType");
        if (tokenType != null && !tokenType.matches("[A-Za-z0-9_-]{1,40}")) {
            auth.reject("tokenType", "must be one word of letters, digits, _ and -");
            return null;
        }
        return tokenType;
    }

    private void onlyWith(String what, Set<String> keys) {
        KEYS.stream()
                .filter(key -> auth.has(key) && !keys.contains(key))
                .forEach(key -> auth.reject(key, "does not go with " + what));
    }
}
