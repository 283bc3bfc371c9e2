package dev.spacesbot.emulator;

import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who there is, and their tokens. Used under the model's lock. */
final class Accounts {

    /** How long tokens live: as the service's documentation says for guests, as seen elsewhere for the others. */
    static final Duration JWT = Duration.ofDays(30);

    static final Duration ACCESS_TOKEN = Duration.ofHours(1);
    static final Duration GUEST = Duration.ofDays(1);

    private final SpacesEmulator emulator;
    private final Ids ids;
    private final Timers timers;
    private final Map<String, EmulatedUser> byId = new LinkedHashMap<>();
    private final Map<String, EmulatedUser> byName = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<EmulatedUser, Token> current = new HashMap<>();
    private final Map<String, EmulatedUser> refreshTokens = new LinkedHashMap<>();

    Accounts(SpacesEmulator emulator, Ids ids, Timers timers) {
        this.emulator = emulator;
        this.ids = ids;
        this.timers = timers;
    }

    /** The registered user of that name. */
    EmulatedUser registered(String displayName) {
        return byName.computeIfAbsent(displayName, name -> add(User.Kind.USER, slug(name) + "@example.org", name));
    }

    /** Another guest each time. */
    EmulatedUser guest(String displayName, String username) {
        String id = username.isEmpty() ? "guest-" + ids.nextNumber() : username;
        return add(User.Kind.ANONYMOUS, id, displayName.isEmpty() ? id : displayName);
    }

    private EmulatedUser add(User.Kind kind, String username, String displayName) {
        EmulatedUser user = new EmulatedUser(emulator, new User(ids.next(), kind, username, displayName));
        byId.put(user.id(), user);
        return user;
    }

    List<EmulatedUser> all() {
        return List.copyOf(byId.values());
    }

    @Nullable
    EmulatedUser byId(String id) {
        return byId.get(id);
    }

    /** A token that is valid now. */
    Token token(EmulatedUser user) {
        Token known = current.get(user);
        if (known != null && known.valid(timers.now())) {
            return known;
        }
        return user.registered() ? issue(user, plain("token", user), JWT) : issue(user, jwt(user), GUEST);
    }

    /** An access token for whoever had the refresh token, which is worth nothing afterwards. */
    Token refresh(String refreshToken) {
        EmulatedUser user = refreshTokens.remove(refreshToken);
        if (user == null) {
            throw new Declined(
                    Declined.BAD_REQUEST, "invalid_grant", "The refresh token is unknown or has been used before.");
        }
        return issue(user, plain("access-token", user), ACCESS_TOKEN);
    }

    String refreshToken(EmulatedUser user) {
        String token = plain("refresh-token", user);
        refreshTokens.put(token, user);
        return token;
    }

    /** Whose token that is. */
    Token check(String value) {
        Token token = tokens.get(value);
        if (token == null) {
            throw Declined.badToken("The token is not known: use one that this emulator gave.");
        }
        if (!token.valid(timers.now())) {
            throw new Declined(Declined.UNAUTHORIZED, "token.expired", "The token has expired: get a new one.");
        }
        return token;
    }

    /** Every token that the user has is worth nothing from now on. */
    void expire(EmulatedUser user) {
        Instant now = timers.now();
        current.remove(user);
        tokens.replaceAll((value, token) -> token.user() == user ? new Token(value, user, now) : token);
    }

    private Token issue(EmulatedUser user, String value, Duration lifetime) {
        Token token = new Token(value, user, timers.now().plus(lifetime));
        tokens.put(value, token);
        current.put(user, token);
        return token;
    }

    private String plain(String kind, EmulatedUser user) {
        return kind + "-of-" + slug(user.displayName()) + "-" + ids.nextNumber();
    }

    /** Guests' tokens are JWTs with claims that programs read: when they end, above all. */
    private String jwt(EmulatedUser guest) {
        Instant now = timers.now();
        String claims = Json.write(Json.object()
                .put("anonymous_id", guest.id())
                .put("product_type", "zangspaces")
                .put("iss", "emulator")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(GUEST).getEpochSecond()));
        return base64("{\"alg\":\"none\"}") + "." + base64(claims) + "." + ids.nextNumber();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
        return slug.equals(".") || slug.isEmpty() ? "user" : slug;
    }
}
