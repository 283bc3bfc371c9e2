package dev.spacesbot.playground;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out. Whatever a person's browser shows can reach this machine's loopback: so nobody is let in who came by
 * another name of it, or from a page of somebody else.
 */
final class Gate {

    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                    + " connect-src 'self' ws:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private Gate() {}

    static void add(RoutesConfig routes) {
        routes.before(Gate::check);
        routes.wsBeforeUpgrade(Gate::check);
    }

    private static void check(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        String host = Objects.requireNonNullElse(ctx.host(), "");
        String origin = ctx.header("Origin");
        if (!OWN.contains(withoutPort(host)) || !fits(origin, host)) {
            throw new ForbiddenResponse("The playground is for this machine alone: open it as http://127.0.0.1:PORT.");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    /** Programs send no origin; a page of this server sends this server's. */
    private static boolean fits(@Nullable String origin, String host) {
        return origin == null || origin.equals(URI.create("http://" + host).toString());
    }
}
