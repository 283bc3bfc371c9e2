package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Knows which handler takes an event. Made once at the start; safe for use by several threads. */
public final class Router {

    private final Map<Change, MessageRoutes> messages = new EnumMap<>(Change.class);
    private final Map<Class<? extends SpaceEvent>, Map<Change, HandlerMethod>> others = new HashMap<>();
    private final Set<String> handlers = new HashSet<>();

    Router(List<Handler> handlers, Consumer<String> problems) {
        for (Change change : Change.values()) {
            messages.put(change, new MessageRoutes());
        }
        // Two that contradict each other for new and for changed events do so for one reason.
        Set<String> told = new HashSet<>();
        Consumer<String> once = problem -> {
            if (told.add(problem)) {
                problems.accept(problem);
            }
        };
        handlers.forEach(handler -> handler.on().forEach(change -> add(handler, change, once)));
    }

    private void add(Handler handler, Change change, Consumer<String> problems) {
        handlers.add(handler.method().name());
        if (handler.event() == Message.class) {
            routes(change).add(handler, problems);
            return;
        }
        HandlerMethod before = others.computeIfAbsent(handler.event(), event -> new EnumMap<>(Change.class))
                .putIfAbsent(change, handler.method());
        if (before != null) {
            String what = (change == Change.CREATED ? "new " : "changed ")
                    + Words.key(handler.event().getSimpleName()) + "s";
            problems.accept(
                    before.name() + " and " + handler.method().name() + " both take " + what + "; only one can");
        }
    }

    private MessageRoutes routes(Change change) {
        MessageRoutes routes = messages.get(change);
        if (routes == null) {
            throw new IllegalStateException("There are routes for every change");
        }
        return routes;
    }

    /** Whether any handler takes presence. */
    public boolean takesPresence() {
        return others.containsKey(Presence.class);
    }

    /** How many methods handle something. */
    public int size() {
        return handlers.size();
    }

    /**
     * The handlers for an event: those that see every message, then the one that answers. Empty where none takes it.
     *
     * @param self who the bot is, to recognise that it is addressed; null where that is not known
     */
    public List<Invocation> route(SpaceEvent event, @Nullable User self) {
        if (event instanceof Message message) {
            return routes(message.change()).find(Address.strip(message.text(), self));
        }
        Map<Change, HandlerMethod> byChange = others.get(event.getClass());
        HandlerMethod method = byChange == null ? null : byChange.get(event.change());
        return method == null ? List.of() : List.of(new Invocation(method, Captures.NONE, ""));
    }
}
