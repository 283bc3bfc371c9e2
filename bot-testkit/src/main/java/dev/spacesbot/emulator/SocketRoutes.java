package dev.spacesbot.emulator;

import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code /socket.io/}: WebSocket alone, Engine.IO 3 alone. */
final class SocketRoutes {

    private static final String PATH = "/socket.io/";
    private static final int BAD_REQUEST = 3;

    private static final class EngineRefusal extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int number;

        /** {@code number} is Engine.IO's own, 0 to 3. */
        EngineRefusal(int number, String words) {
            super(words, null, false, false);
            this.number = number;
        }
    }

    private final World world;
    private final ChatProtocol protocol;
    private final Consumer<WireFrame> frames;
    private final Map<String, WireConnection> connections = new ConcurrentHashMap<>();

    /** {@code frames} hears of every frame. */
    SocketRoutes(World world, Consumer<WireFrame> frames) {
        this.world = world;
        this.frames = frames;
        this.protocol = new ChatProtocol(world);
    }

    void add(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, SocketRoutes::check);
        routes.ws(PATH, this::websocket);
        routes.get(PATH, SocketRoutes::refusePlainHttp);
        routes.post(PATH, SocketRoutes::refusePlainHttp);
        routes.exception(EngineRefusal.class, SocketRoutes::refuse);
    }

    /** JSON where plain HTTP was asked for, the words alone where an upgrade was: so does Engine.IO 1.8.3. */
    private static void refuse(EngineRefusal refusal, Context ctx) {
        String words = String.valueOf(refusal.getMessage());
        ctx.status(Declined.BAD_REQUEST);
        if (ctx.header("Upgrade") != null) {
            ctx.contentType("text/html").result(words);
        } else {
            Rest.write(ctx, Json.object().put("code", refusal.number).put("message", words));
        }
    }

    private void websocket(WsConfig ws) {
        ws.onConnect(ctx -> {
            WireConnection connection = new WireConnection(world, protocol, credentials(ctx), ctx.session, frames);
            connections.put(ctx.sessionId(), connection);
            connection.opened();
        });
        ws.onMessage(ctx -> {
            WireConnection connection = connections.get(ctx.sessionId());
            if (connection != null) {
                connection.received(ctx.message());
            }
        });
        ws.onClose(ctx -> {
            WireConnection connection = connections.remove(ctx.sessionId());
            if (connection != null) {
                connection.closed();
            }
        });
    }

    private static Credentials credentials(WsConnectContext ctx) {
        return new Credentials(text(ctx.queryParam("token")), text(ctx.queryParam("tokenType")));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static void check(Context ctx) {
        if (!"websocket".equals(ctx.queryParam("transport"))) {
            throw new EngineRefusal(0, "Transport unknown");
        }
        if ("4".equals(ctx.queryParam("EIO"))) {
            throw new EngineRefusal(
                    BAD_REQUEST,
                    "The service speaks Engine.IO 3: use a Socket.IO client of version 1 or 2 (in Java,"
                            + " io.socket:socket.io-client 1.0.2), not 3 or later.");
        }
        if (!text(ctx.queryParam("sid")).isEmpty()) {
            throw new EngineRefusal(1, "Session ID unknown");
        }
    }

    private static void refusePlainHttp(Context ctx) {
        check(ctx);
        throw ctx.method().equals(HandlerType.GET)
                ? new EngineRefusal(BAD_REQUEST, "Bad request")
                : new EngineRefusal(2, "Bad handshake method");
    }
}
