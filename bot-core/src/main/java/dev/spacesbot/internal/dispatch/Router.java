package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.command.Words;
import dev.spacesbot.internal.declare.Declaration;
import dev.spacesbot.internal.declare.Declaration.Moment;
import dev.spacesbot.internal.declare.Declaration.OfErrors;
import dev.spacesbot.internal.declare.Declaration.OfItems;
import dev.spacesbot.internal.declare.Declaration.OfMessages;
import dev.spacesbot.internal.declare.Declaration.OfMoments;
import dev.spacesbot.internal.declare.Declaration.OfPresence;
import dev.spacesbot.internal.declare.Declaration.OfReminders;
import dev.spacesbot.internal.declare.Declaration.OfTimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows which handler takes what. Made once at the start; safe for use by several threads. */
public final class Router {

    private final Map<Change, Conversation> messages = new EnumMap<>(Change.class);
    private final Map<Class<? extends SpaceEvent>, Map<Change, Invocation>> items = new HashMap<>();
    private final Map<Presence.Kind, List<Invocation>> presence = new EnumMap<>(Presence.Kind.class);
    private final Map<Moment, List<Invocation>> moments = new EnumMap<>(Moment.class);
    private final List<Invocation> joinedAgain = new ArrayList<>();
    private final Map<String, Invocation> reminders = new HashMap<>();
    private final Map<String, Invocation> errors = new HashMap<>();
    private final List<TimedHandler> timed = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> steps;
    private final Consumer<String> problems;

    Router(List<Handler> handlers, Rules rules, Consumer<String> problems) {
        // Two that contradict each other for new and for changed events do so for one reason.
        Set<String> told = new LinkedHashSet<>();
        this.problems = told::add;
        for (Change change : Change.values()) {
            messages.put(change, new Conversation(change == Change.CREATED, rules, this.problems));
        }
        handlers.forEach(this::add);
        messages.values().forEach(Conversation::complete);
        steps = messages.values().stream()
                .flatMap(conversation -> conversation.steps().stream())
                .collect(Collectors.toUnmodifiableSet());
        told.forEach(problems);
    }

    private void add(Handler handler) {
        names.add(handler.name());
        Declaration declaration = handler.declaration();
        Invocation invocation = new Invocation(handler.method());
        if (declaration instanceof OfMessages of) {
            of.on().forEach(change -> conversation(change).add(handler, of));
        } else if (declaration instanceof OfItems of) {
            of.on().forEach(change -> addItem(of, change, invocation));
        } else if (declaration instanceof OfPresence of) {
            of.on().forEach(kind -> list(presence, kind).add(invocation));
        } else if (declaration instanceof OfMoments of) {
            list(moments, of.moment()).add(invocation);
            if (of.again()) {
                joinedAgain.add(invocation);
            }
        } else if (declaration instanceof OfTimes of) {
            timed.add(new TimedHandler(handler.name(), of, handler.method().takesSpace(), invocation));
        } else if (declaration instanceof OfReminders of) {
            only(reminders.put(of.name(), invocation), invocation, "take the reminders \"" + of.name() + "\"");
        } else if (declaration instanceof OfErrors of) {
            of.types()
                    .forEach(type -> only(
                            errors.put(type.name(), invocation), invocation, "take the error " + type.simpleName()));
        }
    }

    private void addItem(OfItems of, Change change, Invocation invocation) {
        Invocation before = items.computeIfAbsent(of.event(), event -> new EnumMap<>(Change.class))
                .put(change, invocation);
        String kind = Words.key(of.event().getSimpleName()) + "s";
        only(before, invocation, "take " + (change == Change.CREATED ? "new " : "changed ") + kind);
    }

    private void only(@Nullable Invocation before, Invocation invocation, String what) {
        if (before != null) {
            problems.accept(before.handler() + " and " + invocation.handler() + " both " + what + "; only one can");
        }
    }

    private static <K> List<Invocation> list(Map<K, List<Invocation>> lists, K key) {
        return lists.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    private Conversation conversation(Change change) {
        Conversation conversation = messages.get(change);
        if (conversation == null) {
            throw new IllegalStateException("There are routes for every change");
        }
        return conversation;
    }

    /** How many methods handle something. */
    public int size() {
        return names.size();
    }

    /**
     * The handlers for an event: those that see every message, then the one that answers. Empty where none takes it.
     *
     * @param self who the bot is, to recognise that it is addressed; null where that is not known
     */
    public List<Invocation> route(SpaceEvent event, @Nullable User self, Context context) {
        if (event instanceof Message message) {
            return conversation(message.change()).route(Heard.of(message, self), context);
        }
        if (event instanceof Presence seen) {
            return presence.getOrDefault(seen.kind(), List.of());
        }
        Map<Change, Invocation> byChange = items.get(event.getClass());
        Invocation invocation = byChange == null ? null : byChange.get(event.change());
        return invocation == null ? List.of() : List.of(invocation);
    }

    /** Why no handler takes a message, task or post, for the author of the bot; one sentence or two. */
    public String silence(SpaceEvent event, @Nullable User self) {
        if (event instanceof Message message && event.change() == Change.CREATED) {
            return conversation(Change.CREATED).silence(Heard.of(message, self));
        }
        String kind = Words.key(event.getClass().getSimpleName()) + "s";
        return "No handler takes " + (event.change() == Change.CREATED ? "new " : "changed ") + kind + ".";
    }

    /** The kinds of presence that handlers take. */
    public Set<Presence.Kind> presence() {
        return Collections.unmodifiableSet(presence.keySet());
    }

    /** The handlers for a moment in the life of the bot. */
    public List<Invocation> at(Moment moment) {
        return moments.getOrDefault(moment, List.of());
    }

    /** The handlers for having come into a space, for the first time or again. */
    public List<Invocation> joined(boolean again) {
        return again ? joinedAgain : at(Moment.JOIN);
    }

    /** What people can write outside of conversations' steps: the templates of commands. */
    public List<String> commands() {
        return conversation(Change.CREATED).commands();
    }

    /** The steps of conversations that handlers answer during. */
    public Set<String> steps() {
        return steps;
    }

    /** The handlers that run at times. */
    public List<TimedHandler> timed() {
        return List.copyOf(timed);
    }

    /** The handler for reminders of that name; empty where there is none. */
    public Optional<Invocation> reminder(String name) {
        return Optional.ofNullable(reminders.get(name));
    }

    /** The handler for what a handler threw, by the nearest type; empty where there is none. */
    public Optional<Invocation> error(Throwable error) {
        for (Class<?> type = error.getClass(); type != null && !errors.isEmpty(); type = type.getSuperclass()) {
            Invocation handler = errors.get(type.getName());
            if (handler != null) {
                return Optional.of(handler);
            }
        }
        return Optional.empty();
    }
}
