package dev.spacesbot.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every REST call has in common: who asks, the body, pages, and how a refusal looks. */
final class Rest {

    private static final Set<String> SCHEMES = Set.of("jwt", "bearer", "service_app");
    private static final int MAX_PAGE = 50;

    /** The attribute of a request that holds whose token it had, as an {@link EmulatedUser}. */
    private static final String USER = "user";

    private final Api api;

    Rest(Api api) {
        this.api = api;
    }

    Api api() {
        return api;
    }

    void add(RoutesConfig routes) {
        routes.exception(Declined.class, (declined, ctx) -> {
            ctx.status(declined.status());
            Duration wait = declined.retryAfter();
            if (wait != null) {
                // Whole seconds, and never too few.
                ctx.header(
                        "Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
            }
            ObjectNode error = Json.object().put("code", declined.code()).put("message", declined.words());
            // OAuth 2 has names of its own for the same two things.
            if (ctx.path().startsWith("/oauth2/")) {
                error.put("error", declined.code()).put("error_description", declined.words());
            }
            write(ctx, error);
        });
        routes.error(Declined.NOT_FOUND, ctx -> {
            if (ctx.path().startsWith("/api/")
                    && !String.valueOf(ctx.contentType()).startsWith("application/json")) {
                write(ctx, Json.object().put("code", "not.found").put("message", "The emulator has no such call."));
            }
        });
    }

    /** A call for whoever has a token. */
    Handler as(BiFunction<EmulatedUser, Context, JsonNode> call) {
        return ctx -> {
            String name = ctx.method() + " " + ctx.endpoint().path;
            write(ctx, api.as(token(ctx), name, user -> {
                ctx.attribute(USER, user);
                return call.apply(user, ctx);
            }));
        };
    }

    private static String token(Context ctx) {
        String header = text(ctx.header("Authorization")).strip();
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw Declined.badToken("Send the header Authorization: jwt TOKEN, or bearer, or service_app.");
        }
        return header.substring(space + 1).strip();
    }

    static void write(Context ctx, JsonNode json) {
        ctx.contentType("application/json").result(Json.write(json));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String param(Context ctx, String name) {
        return text(ctx.queryParam(name));
    }

    /** The body as an object; an empty one where there is no body. */
    static ObjectNode body(Context ctx) {
        String body = ctx.body();
        try {
            if (body.isBlank()) {
                return Json.object();
            }
            if (Json.read(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Declined.invalid("The body is not JSON.");
        }
        throw Declined.invalid("The body must be a JSON object.");
    }

    /** One page of a list, with the address of the next one. */
    static ObjectNode page(Context ctx, List<? extends JsonNode> all, int defaultSize) {
        int size = Math.max(1, Math.min(MAX_PAGE, number(param(ctx, "size"), defaultSize)));
        int from = Math.max(0, Math.min(all.size(), number(param(ctx, "pageToken"), 0)));
        int to = Math.min(all.size(), from + size);
        ObjectNode page = Json.object();
        page.putArray("data").addAll(all.subList(from, to));
        String previous = from > 0 ? address(ctx, Math.max(0, from - size)) : "";
        page.put("nextPageUrl", to < all.size() ? address(ctx, to) : "");
        page.put("previousPageUrl", previous).put("prevPageUrl", previous);
        return page.put("total", all.size());
    }

    private static int number(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String address(Context ctx, int from) {
        Map<String, String> query = new TreeMap<>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
        query.put("pageToken", Integer.toString(from));
        StringBuilder address = new StringBuilder(base(ctx)).append(ctx.path());
        Function<String, String> encode = text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        char separator = '?';
        for (Map.Entry<String, String> entry : query.entrySet()) {
            address.append(separator).append(encode.apply(entry.getKey()));
            address.append('=').append(encode.apply(entry.getValue()));
            separator = '&';
        }
        return address.toString();
    }

    /** This server, as the client addressed it. */
    static String base(Context ctx) {
        return ctx.scheme() + "://" + ctx.host();
    }
}
