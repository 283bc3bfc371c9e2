package dev.spacesbot;

import dev.spacesbot.config.BotConfig;
import dev.spacesbot.internal.dispatch.Router;
import dev.spacesbot.internal.health.HealthServer;
import dev.spacesbot.internal.jdbc.StartingStore;
import dev.spacesbot.internal.rest.RefreshTokens;
import dev.spacesbot.internal.runtime.BotRuntime;
import dev.spacesbot.internal.runtime.Health;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.internal.runtime.Surroundings;
import dev.spacesbot.internal.runtime.Threads;
import dev.spacesbot.internal.socketio.SocketIoTransport;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import dev.spacesbot.transport.Transport;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bot: one account, one connection, and the handlers that answer what comes in.
 *
 * <pre>{@code
 * Bot bot = Bot.builder().config(BotConfig.read(Path.of("bot.yaml"), System.getenv())).build();
 * bot.start();
 * }</pre>
 */
public final class Bot {

    /** A process that lives that long is not one that is killed again and again. */
    private static final Duration CALM = Duration.ofSeconds(5);

    private final String name;
    private final BotRuntime runtime;
    private final ExecutorService handlerThreads;
    private final ExecutorService background;
    private final @Nullable StartingStore ownStore;
    private final @Nullable HealthServer health;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private volatile boolean stopping;

    /**
     * How a bot came to its end.
     *
     * @param refused whether the service would not accept its token; else it was stopped
     * @param message what to do about it, or what was left undone; empty where nothing was
     */
    public record End(boolean refused, String message) {}

    Bot(BotConfig config, Router router, @Nullable Transport given, Observer observer, @Nullable Store givenStore) {
        this.name = config.name();
        this.handlerThreads = Threads.forHandlers(name);
        this.background = Threads.inBackground(name);
        StartingStore own = new StartingStore(config.store(), name);
        this.ownStore = givenStore == null ? own : null;
        Store store = givenStore == null ? own : givenStore;
        this.health = config.http() == null ? null : new HealthServer(config.http(), name);
        Timers timers = Timers.system(name);
        RefreshTokens tokens = new RefreshTokens(store, config.store().key());
        Transport transport =
                given != null ? given : new SocketIoTransport(config.service(), config.auth(), timers, tokens);
        this.runtime = new BotRuntime(
                new BotRuntime.Task(
                        router,
                        config.spaces(),
                        config.allSpaces(),
                        config.eventsPerMinute(),
                        config.rules(),
                        config::masked),
                transport,
                new Surroundings(timers, handlerThreads, background, new Random(), store, store.lasting(), CALM),
                health == null ? observer : observer.and(health.figures()),
                reason -> end.complete(new End(true, reason)));
    }

    /** Describes a bot before it is made. */
    public static BotBuilder builder() {
        return new BotBuilder();
    }

    /** The configured name. */
    public String name() {
        return name;
    }

    /** How many methods handle something. */
    public int handlers() {
        return runtime.router().size();
    }

    /**
     * Puts the handlers that {@code builder} describes in place of its own, while it runs. What those have begun they finish;
     * sessions, what is put off and the connection stay. Their {@code @OnStop} methods run, then the {@code @OnStart} methods of
     * the new ones. Of a configuration that the builder was given, only what is about handlers counts: their packages, their
     * settings and the rules for them.
     *
     * @throws dev.spacesbot.handler.HandlerException with everything that is wrong with the handlers; then nothing changes
     * @throws dev.spacesbot.config.BotConfigException with everything that is wrong with the settings that they take; then nothing
     *     changes
     */
    public void replaceHandlers(BotBuilder builder) {
        runtime.replaceHandlers(builder.router());
    }

    /** What people can write to it, as templates such as {@code deploy {service} to {env:dev|test|prod}}; {@code help} at the end. */
    public List<String> commands() {
        return runtime.router().commands();
    }

    /**
     * Begins to connect, and keeps connecting until it is stopped or the service will not have it. Does not wait.
     *
     * @throws UncheckedIOException where it is to tell programs how it is, and cannot listen there; it must be stopped then
     */
    public void start() {
        if (health != null) {
            health.open(runtime);
        }
        if (ownStore != null) {
            ownStore.open(background, end::completeExceptionally);
        }
        var unused = runtime.restored().whenComplete((done, failure) -> {
            if (failure != null && !stopping) {
                end.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
        runtime.start();
    }

    /**
     * Waits until it is connected and in every space that it wants to be in.
     *
     * @return false where that takes longer; {@link #readiness()} tells what is missing
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!readiness().ready()) {
            if (System.nanoTime() > deadline || end.isDone()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return true;
    }

    /** Whether it is connected, which spaces it is not in, and what else is wrong, and why. */
    public Readiness readiness() {
        Health now = runtime.health();
        return new Readiness(now.connected(), now.joined(), now.missing(), now.troubles());
    }

    /**
     * Waits until it knows what it missed, every message that it took is handled, and every reply confirmed.
     *
     * @return false where that takes longer
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (runtime.spacesBehind() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return runtime.pendingTurns().awaitZero(Duration.ofNanos(end - System.nanoTime()))
                && runtime.pendingReplies().awaitZero(Duration.ofNanos(end - System.nanoTime()));
    }

    /** What it can do in spaces on its own initiative. */
    public Spaces spaces() {
        return runtime.spaces();
    }

    /**
     * Waits until it comes to its end.
     *
     * @throws StoreException where its store could not be opened; it must be stopped then
     */
    public End awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw new IllegalStateException("The end of a bot never fails", e);
        }
    }

    /**
     * Takes no more messages, finishes those it took, sends the replies, then disconnects.
     *
     * @param atMost how long that may take
     * @return how it ended, with what was left undone by then
     */
    public End stop(Duration atMost) {
        stopping = true;
        End stopped = new End(false, runtime.stop(atMost));
        handlerThreads.shutdownNow();
        if (ownStore != null) {
            ownStore.close();
        }
        background.shutdownNow();
        if (health != null) {
            health.close();
        }
        end.complete(stopped);
        return stopped;
    }
}
