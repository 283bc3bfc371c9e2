package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Session;
import dev.spacesbot.config.Rules;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnStart;
import dev.spacesbot.handler.OnStop;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.dispatch.Router;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot whose handlers are replaced while it runs. */
class ReplacedHandlersTest {

    private static final String LAB = "s0";

    private final HandTimers timers = new HandTimers();
    private final ExecutorService threads = Threads.pool("test");
    private final UnreliableService service = new UnreliableService(1);
    private final List<String> moments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> slow = new CompletableFuture<>();
    private final BotRuntime runtime = new BotRuntime(
            new BotRuntime.Task(
                    router(new Version("old", moments, slow)), List.of(SpaceRef.open(LAB)), false, 0, Rules.defaults()),
            service,
            new Surroundings(timers, threads, new Random(1)),
            Observer.NONE,
            reason -> {});

    /** Says which one it is. */
    record Version(String name, List<String> moments, CompletableFuture<String> slow) {

        @OnMessage("who")
        String who() {
            return name;
        }

        @OnMessage("slow")
        CompletionStage<String> slow(Session session) {
            session.next("asked");
            moments.add(name + " is asked");
            return slow.thenApply(done -> name + " " + done);
        }

        @OnMessage(value = "{text...}", during = "asked")
        String answered(String text, Session session) {
            session.done();
            return name + " heard " + text;
        }

        @Every("1m")
        void tick() {
            moments.add(name + " ticks");
        }

        @OnStart
        void start() {
            moments.add(name + " starts");
        }

        @OnStop
        void stop() {
            moments.add(name + " stops");
        }
    }

    @BeforeEach
    void connect() {
        service.liftFaults();
        runtime.start();
        await(() -> runtime.health().joined() == 1 && runtime.spacesBehind() == 0 && !moments.isEmpty());
    }

    @AfterEach
    void stop() {
        runtime.stop(Duration.ofSeconds(1));
        threads.shutdownNow();
    }

    @Test
    void whatComesNextIsForTheNewOnes() {
        service.ann(LAB, "who");
        await(() -> service.said(LAB).size() == 1);

        runtime.replaceHandlers(router(new Version("new", moments, slow)));
        service.ann(LAB, "who");
        await(() -> service.said(LAB).size() == 2);

        assertThat(service.said(LAB)).containsExactly("old", "new");
        assertThat(runtime.router().size()).isEqualTo(6);
    }

    @Test
    void whatHasBegunIsFinishedByTheOldOnesAndSessionsStay() {
        service.ann(LAB, "slow");
        await(() -> moments.contains("old is asked"));

        runtime.replaceHandlers(router(new Version("new", moments, slow)));
        slow.complete("at last");
        await(() -> service.said(LAB).size() == 1);
        service.ann(LAB, "yes");
        await(() -> service.said(LAB).size() == 2);

        assertThat(service.said(LAB)).containsExactly("old at last", "new heard yes");
    }

    @Test
    void theOldOnesStopAndTheNewOnesStartAndGoByTheirTimes() {
        runtime.replaceHandlers(router(new Version("new", moments, slow)));
        await(() -> moments.contains("new starts"));
        timers.advance(Duration.ofMinutes(1));
        await(() -> moments.contains("new ticks"));

        assertThat(moments).containsExactly("old starts", "old stops", "new starts", "new ticks");
    }

    private static Router router(Object handlers) {
        return new Handlers(List.of(handlers), List.of(), List.of()).router(Rules.defaults());
    }

    /** The service and the handlers have threads of their own, and the bot takes its time to connect. */
    private void await(BooleanSupplier done) {
        Awaitility.await().until(() -> {
            timers.advance(Duration.ofMillis(100));
            return done.getAsBoolean();
        });
    }
}
