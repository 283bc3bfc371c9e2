package dev.spacesbot.playground.inspector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.runtime.Failure;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.internal.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows to the inspector which handlers of a bot took a message, and how long they were at it. */
public final class TurnEntries implements Observer {

    private final Inspector inspector;
    private final EmulatedUser bot;
    /** By space, what was begun last there: what the bot says next is the answer to it. */
    private final Map<String, String> last = new ConcurrentHashMap<>();
    /** A message is handled on one thread from the first handler to the end. */
    private final ThreadLocal<Duration> spent = ThreadLocal.withInitial(() -> Duration.ZERO);

    /** Why the message that is at hand on this thread is passed over. */
    private final ThreadLocal<@Nullable String> reason = new ThreadLocal<>();

    /** For one bot. */
    public TurnEntries(Inspector inspector, EmulatedUser bot) {
        this.inspector = inspector;
        this.bot = bot;
    }

    @Override
    public void received(SpaceEvent event, boolean late) {
        spent.remove();
        last.put(event.space().id(), event.id());
    }

    @Override
    public void ran(String handler, Duration time) {
        spent.set(spent.get().plus(time));
    }

    @Override
    public void passedOver(SpaceEvent event, Supplier<String> why) {
        reason.set(why.get());
    }

    @Override
    public void handled(SpaceEvent event, List<String> handlers) {
        ObjectNode entry = about(event)
                .put("micros", TimeUnit.NANOSECONDS.toMicros(spent.get().toNanos()));
        ArrayNode names = entry.putArray("handlers");
        handlers.forEach(names::add);
        String why = reason.get();
        if (handlers.isEmpty() && why != null) {
            entry.put("why", why).put("suggestion", Suggestion.of(event));
        }
        reason.remove();
        inspector.tell("turn", entry);
        spent.remove();
    }

    @Override
    public void failed(Failure failure) {
        ObjectNode entry = Json.object()
                .put("bot", bot.id())
                .put("handler", failure.handler())
                .put("reference", failure.reference());
        if (failure.event() != null) {
            entry.setAll(about(failure.event()));
        }
        inspector.tell("failure", entry);
    }

    /** The bot has said something. */
    public void said(String spaceId, String messageId) {
        String answered = last.get(spaceId);
        if (answered != null) {
            inspector.tell(
                    "reply",
                    Json.object()
                            .put("bot", bot.id())
                            .put("space", spaceId)
                            .put("message", answered)
                            .put("reply", messageId));
        }
    }

    private ObjectNode about(SpaceEvent event) {
        return Json.object()
                .put("bot", bot.id())
                .put("message", event.id())
                .put("space", event.space().id());
    }
}
