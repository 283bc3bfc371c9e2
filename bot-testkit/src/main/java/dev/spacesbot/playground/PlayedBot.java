package dev.spacesbot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Bot;
import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.inspector.Inspector;
import dev.spacesbot.playground.inspector.TurnEntries;
import dev.spacesbot.playground.reload.FreshHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bot in the playground, with an account of its own there. */
final class PlayedBot {

    private static final Logger log = LoggerFactory.getLogger(PlayedBot.class);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private static final Pattern BEHIND_THE_WORDS = Pattern.compile("\\s*[\\[{].*");

    private final EmulatedUser user;
    private final Bot bot;
    private final FreshHandlers handlers;
    private final TurnEntries turns;
    private final Handled handled = new Handled();
    private final Taken taken = new Taken();
    private volatile @Nullable String refusal;

    /** Begins at once to connect to {@code service}; {@code inspector} hears what it does. */
    PlayedBot(ConfigFile file, Consumer<BotBuilder> more, EmulatedUser user, Service service, Inspector inspector) {
        this.user = user;
        this.turns = new TurnEntries(inspector, user);
        Auth auth = new Auth.Token("jwt", new Secret(user.token()));
        BotBuilder builder = Bot.builder();
        more.accept(builder);
        ConfigFile.Account account = new ConfigFile.Account(auth, service);
        bot = builder.config(file.configWith(account, List.of()))
                .observer(handled.and(turns).and(taken))
                .build();
        handlers = new FreshHandlers(user, bot, builder, file, account);
        bot.start();
        Thread thread = new Thread(this::awaitRefusal, "playground-refusal");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitRefusal() {
        try {
            Bot.End end = bot.awaitEnd();
            if (end.refused()) {
                refusal = end.message();
                log.error("{} has stopped. {}", user.displayName(), end.message());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    EmulatedUser user() {
        return user;
    }

    /** Its handlers, which may change while it runs. */
    FreshHandlers handlers() {
        return handlers;
    }

    /** What the page shows of it. */
    ObjectNode describe() {
        return Json.object()
                .put("id", user.id())
                .put("name", user.displayName())
                .put("state", state())
                .put("report", refusal == null ? handlers.report().orElse(null) : refusal);
    }

    /** Whether it has a handler for something that it heard. */
    boolean took(SpaceEvent event) {
        return taken.has(event);
    }

    /** The words that its commands begin with. */
    List<String> phrases() {
        return bot.commands().stream()
                .map(template -> BEHIND_THE_WORDS.matcher(template).replaceFirst(""))
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    /** It has said something, new or changed. */
    void said(String spaceId, String messageId) {
        turns.said(spaceId, messageId);
    }

    private String state() {
        if (refusal != null) {
            return "stopped";
        }
        if (handlers.report().isPresent()) {
            return "broken";
        }
        return bot.readiness().connected() ? "ready" : "connecting";
    }

    /** Joins a space as soon as it can; completes then, or at once where it is not connected now. Never fails. */
    CompletableFuture<?> comeAlong(EmulatedSpace space) {
        CompletableFuture<?> joined = bot.spaces().join(space.id()).toCompletableFuture();
        return bot.readiness().connected()
                ? joined.handle((done, failure) -> Boolean.TRUE)
                : CompletableFuture.completedFuture(Boolean.FALSE);
    }

    /** Joins a space, and waits until it has. */
    void join(EmulatedSpace space) {
        bot.spaces()
                .join(space.id())
                .toCompletableFuture()
                .orTimeout(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** What became of a message. */
    enum Outcome {
        ANSWERED,
        /** No handler took it. */
        PASSED_OVER,
        /** It is still at it. */
        BUSY
    }

    /** Waits until this message is handled and the replies have arrived. */
    Outcome awaitHandled(String messageId, Duration atMost) throws InterruptedException {
        Outcome outcome = handled.await(messageId, atMost);
        return outcome == Outcome.ANSWERED && !bot.awaitIdle(atMost) ? Outcome.BUSY : outcome;
    }

    void stop() {
        bot.stop(STOP_WITHIN);
    }

    /** The ids of what the bot has handled. */
    private static final class Handled implements Observer {

        private final Map<String, Outcome> outcomes = new HashMap<>();

        @Override
        public synchronized void handled(SpaceEvent event, List<String> handlers) {
            outcomes.put(event.id(), handlers.isEmpty() ? Outcome.PASSED_OVER : Outcome.ANSWERED);
            notifyAll();
        }

        synchronized Outcome await(String id, Duration atMost) throws InterruptedException {
            long end = System.nanoTime() + atMost.toNanos();
            while (!outcomes.containsKey(id)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return Outcome.BUSY;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            Outcome outcome = outcomes.remove(id);
            return outcome == null ? Outcome.BUSY : outcome;
        }
    }
}
