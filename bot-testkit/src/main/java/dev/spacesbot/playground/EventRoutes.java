package dev.spacesbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.inspector.Inspector;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends what the inspector has, and that something in the world has changed, to whoever looks on. */
final class EventRoutes {

    /** How soon a change of the world is seen where nothing else happens. */
    private static final Duration LOOK = Duration.ofMillis(300);

    /** A client that is gone is noticed only where something is sent to it. */
    private static final int LOOKS_WITHOUT_A_WORD = 50;

    private final Inspector inspector;
    private final Supplier<? extends JsonNode> world;
    private volatile boolean over;

    EventRoutes(Inspector inspector, Supplier<? extends JsonNode> world) {
        this.inspector = inspector;
        this.world = world;
    }

    /** The server stops; nothing can be sent to the clients that it had. */
    void end() {
        over = true;
    }

    void add(RoutesConfig routes) {
        routes.sse("/playground/events", client -> {
            client.keepAlive();
            long after = number(
                    client.ctx().header("Last-Event-ID"), number(client.ctx().queryParam("after"), 0));
            Thread thread = new Thread(() -> send(client, after), "playground-events");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static long number(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private void send(SseClient client, long after) {
        long known = after;
        String seen = "";
        int silent = 0;
        try {
            while (!over && !client.terminated()) {
                silent++;
                for (Inspector.Entry entry : inspector.after(known, LOOK)) {
                    if (over || client.terminated()) {
                        return;
                    }
                    client.sendEvent(entry.event(), entry.json(), Long.toString(entry.number()));
                    known = entry.number();
                    silent = 0;
                }
                String now = Json.write(world.get());
                if (!now.equals(seen)) {
                    seen = now;
                    client.sendEvent("world", "{}");
                } else if (silent > LOOKS_WITHOUT_A_WORD) {
                    client.sendComment("still there");
                    silent = 0;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
