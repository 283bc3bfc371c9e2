package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Who somebody is and how they prove it; and what the service says about itself. */
final class IdentityRoutes {

    private static final int MINUTE = 60;
    private static final int KILOBYTE = 1024;

    private final Rest rest;
    private final Limits limits;

    IdentityRoutes(Rest rest, Limits limits) {
        this.rest = rest;
        this.limits = limits;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/anonymous/auth", this::anonymous);
        routes.post("/oauth2/access_token", this::accessToken);
        routes.get("/api/users/me", rest.as((user, ctx) -> rest.api().me(user)));
        routes.get("/api/service-configurations", IdentityRoutes::configurations);
        routes.get("/api/limit", ctx -> Rest.write(ctx, limit()));
    }

    /** JSON as most clients send it, or a form as one does. */
    private void anonymous(Context ctx) {
        boolean form = Rest.text(ctx.contentType()).startsWith("application/x-www-form-urlencoded");
        ObjectNode body = form ? Json.object() : Rest.body(ctx);
        String name = form ? Rest.text(ctx.formParam("displayname")) : Json.text(body, "displayname");
        String username = form ? Rest.text(ctx.formParam("username")) : Json.text(body, "username");
        Token token = rest.api().anonymous(name, username);
        Rest.write(ctx, Json.object().put("token", token.value()));
    }

    private void accessToken(Context ctx) {
        String grantType = Rest.text(ctx.formParam("grant_type"));
        if (!grantType.equals("refresh_token")) {
            throw new Declined(
                    Declined.BAD_REQUEST,
                    "unsupported_grant_type",
                    "The emulator knows grant_type=refresh_token only.");
        }
        Api.Grant grant = rest.api().refresh(Rest.text(ctx.formParam("refresh_token")));
        Rest.write(
                ctx,
                Json.object()
                        .put("access_token", grant.access().value())
                        .put("refresh_token", grant.refreshToken())
                        .put("id_token", "")
                        .put("expires_in", Accounts.ACCESS_TOKEN.toSeconds())
                        .put("scope", "email profile spaces"));
    }

    private static void configurations(Context ctx) {
        String base = Rest.base(ctx);
        ObjectNode answer = Json.object();
        answer.putObject("spaces")
                .put("server_url", base)
                .put("socketio_server_url", base)
                .put("marketing_url", base);
        answer.putObject("store").put("server_url", base);
        answer.putObject("accounts").put("server_url", base);
        Rest.write(ctx, answer);
    }

    private ObjectNode limit() {
        ObjectNode answer = Json.object();
        ObjectNode global = answer.putObject("global");
        global.putObject("rest_api")
                .put("rate_limit", limits.restCallsInFiveMinutes())
                .put("rate_interval", RestPace.ALL.toSeconds())
                .put("max_upload_file_size", limits.uploadBytes() / KILOBYTE);
        global.putObject("socketio")
                .put("max_connections", limits.socketsPerUser())
                .put("rate_limit", limits.eventsPerMinute())
                .put("rate_interval", MINUTE)
                .put("payload_size", limits.payloadBytes() / KILOBYTE);
        answer.putArray("resource")
                .addObject()
                .put("path", "/files/getuploadurl")
                .put("method", "POST")
                .put("rate_limit", limits.uploadsPerMinute())
                .put("rate_interval", MINUTE);
        return answer;
    }
}
