package dev.spacesbot.internal.runtime;

import dev.spacesbot.Spaces;
import dev.spacesbot.config.Rules;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.internal.dispatch.Router;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.journal.Parked;
import dev.spacesbot.internal.people.RememberedPeople;
import dev.spacesbot.internal.schedule.Reminders;
import dev.spacesbot.internal.session.Values;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.work.Ledger;
import dev.spacesbot.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A bot at work: the parts of the path of a message, put together. The same in production and in tests. */
public final class BotRuntime {

    /** How many messages of one space may wait. */
    private static final int LANE_CAPACITY = 10_000;

    private volatile Router router;
    private volatile Dispatcher dispatcher;
    private final Transport transport;
    private final Surroundings surroundings;
    private final Subscriptions subscriptions;
    private final Lanes lanes;
    private final Outbox outbox;
    private final Journal journal;
    private final Mail mail;
    private final Observer told;
    private final Intake intake;
    private final CatchUp catchUp;
    private final Moments moments;
    private final Timetable timetable;
    private final Supervisor supervisor;
    private final Spaces spaces;
    private final CompletableFuture<Void> restored = new CompletableFuture<>();

    /**
     * What a runtime works on.
     *
     * @param spaces the spaces to join
     * @param allSpaces whether to join every space of the account as well
     * @param eventsPerMinute how many events may go out in a minute; 0 for no limit
     * @param rules how it behaves towards people
     * @param masked takes secrets out of a text
     */
    public record Task(
            Router router,
            List<SpaceRef> spaces,
            boolean allSpaces,
            int eventsPerMinute,
            Rules rules,
            UnaryOperator<String> masked) {

        /** Without secrets. */
        public Task(Router router, List<SpaceRef> spaces, boolean allSpaces, int eventsPerMinute, Rules rules) {
            this(router, spaces, allSpaces, eventsPerMinute, rules, UnaryOperator.identity());
        }
    }

    /** Puts the parts together. {@code gaveUp} is told, once, that the service will not have this bot, and what to do. */
    public BotRuntime(
            Task task, Transport transport, Surroundings surroundings, Observer observer, Consumer<String> gaveUp) {
        this.transport = transport;
        this.surroundings = surroundings;
        Timers timers = surroundings.timers();
        router = task.router();
        Pacer pacer = new Pacer(task.eventsPerMinute(), timers);
        subscriptions = new Subscriptions(pacer, timers, surroundings.spaceBackoff(), transport::now);
        subscriptions.keep(task.spaces());
        journal = new Journal(surroundings.store(), surroundings.lasting(), timers, transport::now);
        outbox = new Outbox(subscriptions, pacer, transport, surroundings, journal::lastSaid);
        lanes = new Lanes(surroundings.handlers(), LANE_CAPACITY);
        Identity identity = new Identity();
        RememberedPeople people = new RememberedPeople(transport::members, timers);
        Rules rules = task.rules();
        Reminders reminders = reminders(surroundings);
        Ledger ledger = new Ledger(surroundings.store(), timers, reminders, () -> router.steps());
        told = observer.and(reports(task));
        mail = new Mail(outbox, journal, told);
        spaces = new LiveSpaces(subscriptions, mail, transport, surroundings.background(), this::left);
        Facilities facilities = new Facilities(spaces, people, rules, ledger, journal, surroundings);
        dispatcher = new Dispatcher(router, mail, facilities, told, identity::get);
        TypingSign typing = new TypingSign(rules.typing(), pacer, subscriptions, identity, timers);
        KnownSpaces known = new KnownSpaces(transport, timers);
        Handling handling = new Handling(lanes, () -> dispatcher, typing, known, people);
        Attendance attendance = new Attendance(people, identity, () -> router.presence(), handling::takeIfRoom);
        moments = listening(new Moments(lanes, () -> dispatcher, known));
        intake = new Intake(handling, outbox, attendance, identity, journal);
        Bounds bounds = new Bounds(rules.catchUp(), journal, told);
        catchUp = listening(new CatchUp(transport, journal, intake, surroundings, bounds));
        lanes.whenThereIsRoom(catchUp::fetch);
        timetable = new Timetable(
                lanes,
                () -> dispatcher,
                new Timetable.Wiring(subscriptions, this::connected, known, reminders, surroundings, rules.zone()));
        Supervisor.Wiring wiring = new Supervisor.Wiring(
                transport, task.allSpaces(), surroundings, identity, this::awaitRestored, this::begin);
        supervisor = new Supervisor(wiring, subscriptions, intake, outbox, gaveUp);
    }

    private <T extends JoinListener> T listening(T listener) {
        subscriptions.listen(listener);
        return listener;
    }

    private Reminders reminders(Surroundings surroundings) {
        return new Reminders(
                surroundings.store(),
                surroundings.timers(),
                surroundings.background(),
                name -> router.reminder(name).isPresent());
    }

    /**
     * Puts other handlers in place of those it has: what they began they finish, what comes next is for these. The connection,
     * sessions and what is put off stay as they are; what is about the bot's own stop and start runs.
     */
    public synchronized void replaceHandlers(Router others) {
        Dispatcher before = dispatcher;
        router = others;
        dispatcher = before.over(others);
        moments.replaced(before);
        timetable.replaced();
        Values.forgetClasses();
    }

    /** Which handler takes what, right now. */
    public Router router() {
        return router;
    }

    private void begin() {
        told.connected();
        catchUp.connected();
        moments.connected();
        timetable.connected();
    }

    /** Joins the space that hears of failures, and tells them there; where there is none, tells nobody. */
    private Observer reports(Task task) {
        String errors = task.rules().errorSpace();
        if (errors == null) {
            return Observer.NONE;
        }
        subscriptions.keep(List.of(SpaceRef.open(errors)));
        return new FailureReports(report -> outbox.send(errors, report, null), surroundings.timers(), task.masked());
    }

    /** Begins to read what earlier processes kept and to ask who the bot is, then to connect; does not wait for any of it. */
    public void start() {
        surroundings.background().execute(this::goOn);
        supervisor.start();
    }

    /** Completes once that is read; exceptionally where it cannot be, and then it never connects. */
    public CompletableFuture<Void> restored() {
        return restored.copy();
    }

    /** Goes on where an earlier process was. */
    private void goOn() {
        try {
            mail.restore(journal.open());
            boolean unused = restored.complete(null);
        } catch (RuntimeException e) {
            boolean unused = restored.completeExceptionally(e);
        }
    }

    /** Before it is known what was handled, nothing must come in. */
    private boolean awaitRestored() {
        return restored.handle((done, failure) -> failure == null).join();
    }

    /**
     * Takes no more work, finishes what was taken, sends what is to be sent, then disconnects.
     *
     * @return what was left when the time was up; empty where nothing was
     */
    public String stop(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        intake.close();
        timetable.stop();
        try {
            lanes.pending().awaitZero(Duration.ofNanos(end - System.nanoTime()));
            moments.stopping();
            lanes.pending().awaitZero(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            outbox.pending().awaitZero(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String left = left();
        if (lanes.pending().get() == 0 && restored.isDone() && !restored.isCompletedExceptionally()) {
            journal.close();
        }
        supervisor.stop();
        transport.close();
        surroundings.timers().close();
        return left;
    }

    private void left(String spaceId) {
        lanes.clear(spaceId);
        intake.left(spaceId);
        moments.left(spaceId);
        timetable.left(spaceId);
    }

    private String left() {
        int unhandled = lanes.pending().get();
        int unsent = outbox.pending().get();
        return unhandled + unsent == 0
                ? ""
                : unhandled + " messages not handled to the end, " + unsent + " replies not sent";
    }

    /** The turns that wait or run. */
    public Count pendingTurns() {
        return lanes.pending();
    }

    /** How many spaces wait for what was said in them before; what is said there now waits for that. */
    public int spacesBehind() {
        return intake.behind();
    }

    /** Waits until nothing is handled any more, in the spaces of {@code except} aside; false where that takes longer. */
    public boolean awaitTurns(Set<String> except, Duration atMost) throws InterruptedException {
        return lanes.awaitIdle(except, atMost);
    }

    /** What was sent and is not confirmed, or still waits to be sent. */
    public Count pendingReplies() {
        return outbox.pending();
    }

    /** What handlers use to act on their own initiative. */
    public Spaces spaces() {
        return spaces;
    }

    /** Whether there is a connection right now. */
    public boolean connected() {
        return supervisor.live() != null;
    }

    /** For how long the reply that waits longest has been next in its space. */
    public Duration outboxAge() {
        return outbox.age();
    }

    /** What was given up, the latest first. May wait for the store. */
    public List<Parked> parked() {
        return Parked.all(surroundings.store(), surroundings.timers().now());
    }

    /** How it is. */
    public Health health() {
        return Health.of(supervisor.live(), subscriptions, intake, surroundings.store());
    }
}
