package dev.spacesbot.internal.schedule;

import static dev.spacesbot.handler.Misfire.RUN_ONCE;
import static dev.spacesbot.handler.Misfire.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Space;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClockworkTest {

    private static final Rhythm HOURLY = new Rhythm.Every(Duration.ofHours(1));
    private static final Rhythm AT_TEN = CronTimes.of("0 10 * * *", ZoneOffset.UTC);

    private final HandTimers timers = new HandTimers();
    private final FailingStore store = new FailingStore();
    private final Stage stage = new Stage(timers);

    private Clockwork clockwork(Stage stage, Recurring... handlers) {
        return new Clockwork(List.of(handlers), store, timers, Runnable::run, stage);
    }

    private Clockwork started(Recurring... handlers) {
        Clockwork clockwork = clockwork(stage, handlers);
        clockwork.connected();
        return clockwork;
    }

    @Test
    void runsFromTheFirstConnectionOn() {
        Clockwork clockwork = clockwork(stage, stage.recurring("a", HOURLY, SKIP, false));
        timers.advance(Duration.ofMinutes(30));
        clockwork.connected();
        timers.advance(Duration.ofMinutes(45));
        clockwork.connected();

        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("10:30:00 a");
        timers.advance(Duration.ofMinutes(15));
        assertThat(stage.done).containsExactly("10:30:00 a", "11:30:00 a");
    }

    @Test
    void runsInEverySpaceThatIsJoined() {
        started(stage.recurring("a", AT_TEN, SKIP, true));
        stage.joined.remove(Stage.OFFICE);

        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("10:00:00 a in Lab");
    }

    @Test
    void leavesARunOutWhileTheOneBeforeIsStillGoing() {
        started(stage.recurring("a", HOURLY, SKIP, false));
        CompletableFuture<Void> slow = new CompletableFuture<>();
        stage.rest = slow;

        timers.advance(Duration.ofHours(3));
        assertThat(stage.done).containsExactly("10:00:00 a");
        stage.rest = null;
        slow.complete(null);
        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("10:00:00 a", "13:00:00 a");
    }

    @Test
    void leavesARunOutWhileTheOneBeforeWaitsInItsSpace() {
        started(stage.recurring("a", HOURLY, SKIP, true));
        stage.holding = true;
        timers.advance(Duration.ofHours(3));

        stage.letGo();

        assertThat(stage.done).containsExactly("12:00:00 a in Lab", "12:00:00 a in Office");
    }

    @Test
    void runsAgainInASpaceThatWasLeftWhileItWaitedThere() {
        Clockwork clockwork = started(stage.recurring("a", HOURLY, SKIP, true));
        stage.joined.remove(Stage.OFFICE);
        stage.holding = true;
        timers.advance(Duration.ofHours(1));
        stage.heldUp.clear();
        clockwork.left(Stage.LAB.id());

        stage.holding = false;
        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("11:00:00 a in Lab");
    }

    @Test
    void beginsNothingAfterTheStop() {
        Clockwork clockwork =
                started(stage.recurring("a", HOURLY, SKIP, false), stage.recurring("b", HOURLY, SKIP, true));
        stage.holding = true;
        timers.advance(Duration.ofHours(1));

        clockwork.stop();
        stage.letGo();
        timers.advance(Duration.ofDays(1));

        assertThat(stage.done).isEmpty();
    }

    @Test
    void runsOnceHoweverManyProcessesShareTheStore() {
        Stage there = new Stage(timers);
        started(stage.recurring("a", AT_TEN, SKIP, false), stage.recurring("b", HOURLY, RUN_ONCE, false));
        timers.advance(Duration.ofMinutes(20));
        clockwork(there, there.recurring("a", AT_TEN, SKIP, false), there.recurring("b", HOURLY, RUN_ONCE, false))
                .connected();

        timers.advance(Duration.ofHours(24));

        stage.done.addAll(there.done);
        assertThat(stage.done.stream().filter(done -> done.endsWith("a"))).hasSize(1);
        assertThat(stage.done.stream().filter(done -> done.endsWith("b"))).hasSize(24);
    }

    @Test
    void takesOverFromAProcessThatDied() {
        started(stage.recurring("a", HOURLY, SKIP, false));
        timers.advance(Duration.ofMinutes(20));
        timers.close();
        Stage there = new Stage(timers);
        clockwork(there, there.recurring("a", HOURLY, SKIP, false)).connected();

        timers.advance(Duration.ofHours(2));

        assertThat(there.done).containsExactly("10:20:00 a", "11:20:00 a");
    }

    @Test
    void makesUpOnceForWhatPassedMeanwhile() {
        started(stage.recurring("a", AT_TEN, RUN_ONCE, false), stage.recurring("b", AT_TEN, SKIP, false))
                .stop();
        timers.advance(Duration.ofDays(5));

        started(stage.recurring("a", AT_TEN, RUN_ONCE, false), stage.recurring("b", AT_TEN, SKIP, false));

        assertThat(stage.done).containsExactly("09:00:00 a");
    }

    @Test
    void makesUpForEachSpaceAsItIsJoined() {
        Recurring handler = stage.recurring("a", AT_TEN, RUN_ONCE, true);
        started(handler).stop();
        timers.advance(Duration.ofHours(2));
        stage.joined.clear();
        Clockwork clockwork = started(handler);
        assertThat(clockwork.owes()).isTrue();

        clockwork.joined(Stage.LAB);
        clockwork.joined(Stage.LAB);
        timers.advance(Duration.ofMinutes(9));
        clockwork.joined(Stage.OFFICE);
        timers.advance(Duration.ofMinutes(1));
        clockwork.joined(new Space("new", "New", Space.Kind.GROUP));

        assertThat(clockwork.owes()).isFalse();
        assertThat(stage.done).containsExactly("11:00:00 a in Lab", "11:09:00 a in Office");
    }

    @Test
    void makesUpForWhatPassedWithoutAConnection() {
        Clockwork clockwork =
                started(stage.recurring("a", AT_TEN, RUN_ONCE, true), stage.recurring("b", AT_TEN, SKIP, true));
        stage.joined.remove(Stage.OFFICE);
        stage.connected = false;
        timers.advance(Duration.ofHours(2));
        assertThat(stage.done).isEmpty();

        stage.connected = true;
        clockwork.connected();
        clockwork.connected();

        assertThat(stage.done).containsExactly("11:00:00 a in Lab");
    }

    @Test
    void hasMissedNothingWhereTheRhythmIsAnother() {
        started(stage.recurring("a", AT_TEN, RUN_ONCE, false)).stop();
        timers.advance(Duration.ofHours(2));

        started(stage.recurring("a", CronTimes.of("30 10 * * *", ZoneOffset.UTC), RUN_ONCE, false));

        assertThat(stage.done).isEmpty();
    }

    @Test
    void keepsTwoMethodsOfOneNameApart() {
        started(stage.recurring("a", AT_TEN, SKIP, false), stage.recurring("a", AT_TEN, SKIP, false));

        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("10:00:00 a", "10:00:00 a");
    }

    @Test
    void leavesOneRunOutWhereTheStoreFails() {
        started(stage.recurring("a", HOURLY, SKIP, false));
        store.broken = true;
        timers.advance(Duration.ofMinutes(90));

        store.broken = false;
        timers.advance(Duration.ofMinutes(30));

        assertThat(stage.done).containsExactly("11:00:00 a");
    }

    @Test
    void believesNoClockThatWasFarAhead() {
        Entry ahead = Entry.of("timed/a every PT1H", "{\"version\":1,\"upTo\":\"2030-01-01T00:00:00Z\"}");
        Entry newer = Entry.of("timed/b every PT1H", "{\"version\":2}");
        Entry broken = Entry.of("timed/c every PT1H", "never");
        store.apply(
                List.of(new Change.Put(ahead), new Change.Put(newer), new Change.Put(broken)),
                Instant.parse("2026-01-01T00:00:00Z"));
        started(
                stage.recurring("a", HOURLY, SKIP, false),
                stage.recurring("b", HOURLY, SKIP, false),
                stage.recurring("c", HOURLY, SKIP, false));

        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("10:00:00 a", "10:00:00 b", "10:00:00 c");
    }

    @Test
    void runsOnceForWhatPassedWhileTheMachineSlept() {
        Rhythm.Every rhythm = new Rhythm.Every(Duration.ofMinutes(15));
        Instant due = Instant.parse("2026-01-05T10:00:00Z");

        assertThat(rhythm.next(due, due.plus(Duration.ofMinutes(50)))).contains(due.plus(Duration.ofMinutes(60)));
        assertThat(rhythm.next(due, due.plus(Duration.ofMinutes(45)))).contains(due.plus(Duration.ofMinutes(60)));
        assertThat(rhythm.next(due, due.minusMillis(3))).contains(due.plus(Duration.ofMinutes(15)));
        assertThat(AT_TEN.next(due, due.plus(Duration.ofDays(2)))).contains(due.plus(Duration.ofDays(3)));
    }
}
