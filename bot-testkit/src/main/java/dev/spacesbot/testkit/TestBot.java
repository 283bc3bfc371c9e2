package dev.spacesbot.testkit;

import dev.spacesbot.Spaces;
import dev.spacesbot.config.Rules;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.EmulatorOptions;
import dev.spacesbot.emulator.Faults;
import dev.spacesbot.emulator.Limits;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.runtime.BotRuntime;
import dev.spacesbot.internal.runtime.Failure;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.internal.runtime.Surroundings;
import dev.spacesbot.internal.runtime.Threads;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A bot under test: the real path of a message, on an emulated service in memory. What a person does returns once every
 * handler that it set off has finished and its replies have arrived.
 *
 * <p>{@link BotTest} makes one for each test; without JUnit, make one here:
 *
 * <pre>{@code
 * try (TestBot bot = TestBot.of(new Greeter())) {
 *     TestSpace space = bot.space("Lab");
 *     space.user("Ann").says("hello");
 *     space.expect("Hello, Ann!");
 * }
 * }</pre>
 */
public final class TestBot implements AutoCloseable {

    private static final String NAME = "bot";

    private final HandTimers timers = new HandTimers();
    private final TestClock clock;
    private final TrackedExecutor executor = new TrackedExecutor(Threads.forHandlers("test-" + NAME));
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final SpacesEmulator emulator;
    private final EmulatedUser self;
    private final TestBotBuilder builder;
    private final Set<String> joined = new LinkedHashSet<>();
    private final Unfinished unfinished;
    private final Said said;
    private final Signs signs;
    private BotRuntime runtime;

    TestBot(TestBotBuilder builder) {
        emulator = SpacesEmulator.create(EmulatorOptions.defaults().withLimits(builder.limits()), timers);
        self = emulator.user(NAME);
        said = new Said(emulator, self);
        signs = new Signs(emulator, self);
        this.builder = builder;
        clock = new TestClock(timers, this::quiet, builder.zone());
        Journal.clear(builder.store(), timers.now());
        runtime = runtime();
        unfinished = new Unfinished(() -> runtime, executor, builder.patience());
        runtime.start();
        quiet();
    }

    private BotRuntime runtime() {
        Rules rules = builder.rules(title -> emulator.space(title).id());
        return new BotRuntime(
                new BotRuntime.Task(
                        new Handlers(
                                        builder.handlers(),
                                        builder.packages(),
                                        builder.supplies().withClock(clock))
                                .router(rules),
                        joined.stream().map(SpaceRef::open).toList(),
                        false,
                        builder.eventsPerMinute(),
                        rules),
                builder.token() == null ? emulator.transport(self) : emulator.transport(builder.token()),
                new Surroundings(timers, executor, executor, new Random(1), builder.store(), true, Duration.ZERO),
                new Failures(),
                ends::add);
    }

    /**
     * A bot of these handlers: objects, or classes to be made into objects.
     *
     * @throws dev.spacesbot.handler.HandlerException with everything that is wrong with them
     */
    public static TestBot of(Object... handlers) {
        return builder().handlers(handlers).build();
    }

    /** A bot that needs more than handlers. */
    public static TestBotBuilder builder() {
        return new TestBotBuilder();
    }

    /** The group space of that title, with the bot in it; made where there is none yet. */
    public TestSpace space(String title) {
        return joined(emulator.space(title));
    }

    /** The direct space of the bot and somebody. */
    public TestSpace direct(String person) {
        return joined(emulator.direct(emulator.user(person), self));
    }

    private TestSpace joined(EmulatedSpace space) {
        joined.add(space.id());
        runtime.spaces().join(space.id());
        quiet();
        return new TestSpace(this, space);
    }

    /**
     * Stops the bot, as the end of its process does: what it remembers is what it has put into its store. Time and people go on
     * without it.
     */
    public void stop() {
        settle();
        // Where there is no connection, nothing that is to be sent would ever be.
        runtime.stop(runtime.connected() ? builder.patience() : Duration.ZERO);
        settle();
    }

    /** Starts it again, with handlers made anew where they were given by their classes, in the spaces where it was. */
    public void start() {
        runtime = runtime();
        runtime.start();
        quiet();
    }

    /** The clock of the bot and the service. */
    public TestClock clock() {
        return clock;
    }

    /** The service, for what no other method here does. Call {@link #settle()} after using it. */
    public SpacesEmulator emulator() {
        return emulator;
    }

    /** What can be made to go wrong. */
    public Faults faults() {
        return emulator.faults();
    }

    /** What the bot can do on its own initiative. */
    public Spaces spaces() {
        return runtime.spaces();
    }

    /** The bot's account. */
    public EmulatedUser self() {
        return self;
    }

    /** Whether it is connected. */
    public boolean connected() {
        return runtime.connected();
    }

    /** Why the bot gave up on the service; empty where it did not. */
    public String gaveUp() {
        return String.join("\n", ends);
    }

    /**
     * Waits until every handler that runs has finished, those included that {@link TestUser#begins} set off. What waits for the
     * clock goes on waiting.
     *
     * @throws AssertionError where one does not finish in time, by the wall clock
     */
    public void settle() {
        unfinished.awaitAll();
    }

    /** The same, but for handlers in the spaces where the test means to see one at work. */
    private void quiet() {
        unfinished.await();
    }

    Unfinished unfinished() {
        return unfinished;
    }

    /** Expects that a handler threw this, or that a reply was not sent for it; takes it off the list of what fails the test. */
    public <T extends Throwable> T expectFailure(Class<T> type) {
        Iterator<Failure> all = failures.iterator();
        while (all.hasNext()) {
            Failure failure = all.next();
            if (type.isInstance(failure.error())) {
                failures.remove(failure);
                return type.cast(failure.error());
            }
        }
        throw new AssertionError("No handler threw " + type.getSimpleName() + "; thrown: "
                + failures.stream().map(Failure::error).toList());
    }

    List<Failure> failures() {
        return failures;
    }

    Said said() {
        return said;
    }

    Signs signs() {
        return signs;
    }

    /**
     * Ends the bot.
     *
     * @throws AssertionError where a handler threw something, or a reply was not sent, that {@link #expectFailure} did not ask for
     */
    @Override
    public void close() {
        runtime.stop(Duration.ZERO);
        emulator.close();
        executor.close();
        List<Failure> unexpected = new ArrayList<>(failures);
        if (!unexpected.isEmpty()) {
            Failure first = unexpected.remove(0);
            AssertionError error =
                    new AssertionError("Handler " + first.handler() + " threw " + first.error(), first.error());
            unexpected.forEach(more -> error.addSuppressed(more.error()));
            throw error;
        }
    }

    /** The limits that a test has unless it says otherwise: as documented, but for the pace. */
    static Limits defaultLimits() {
        return Limits.documented().withEventsPerMinute(0);
    }

    private final class Failures implements Observer {

        @Override
        public void failed(Failure failure) {
            failures.add(failure);
        }
    }
}
