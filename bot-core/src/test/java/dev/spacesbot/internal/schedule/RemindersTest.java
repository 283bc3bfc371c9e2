package dev.spacesbot.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.internal.work.Ledger;
import dev.spacesbot.internal.work.UnitOfWork;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RemindersTest {

    private static final User ANN = new User("ann", User.Kind.USER, "ann@example.org", "Ann");

    private final HandTimers timers = new HandTimers();
    private final FailingStore store = new FailingStore();
    private final Stage stage = new Stage(timers);
    private final Reminders reminders = reminders();

    private Reminders reminders() {
        return new Reminders(store, timers, Runnable::run, "nag"::equals);
    }

    private String putOff(Function<Schedule, String> what) {
        UnitOfWork work = new Ledger(store, timers, reminders, Set::of).begin(Stage.LAB, ANN);
        String id = what.apply(work.schedule());
        work.commit();
        return id;
    }

    private boolean cancel(String id) {
        return Boolean.parseBoolean(putOff(schedule -> "" + schedule.cancel(id)));
    }

    private String say(String text, Duration delay) {
        return putOff(schedule -> schedule.in(delay, Reply.text(text)));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void runsEachAtItsTimeAndForgetsIt() {
        reminders.start(stage);
        say("b", minutes(10));
        say("a", minutes(5));
        putOff(schedule -> schedule.in(minutes(7), "nag", List.of(1, 2)));

        timers.advance(Duration.ofDays(1));

        assertThat(stage.done).containsExactly("09:05:00 say a", "09:07:00 nag [1,2]", "09:10:00 say b");
        assertThat(store.soonest(10)).isEmpty();
    }

    @Test
    void runsWhatHasPassedAtOnce() {
        reminders.start(stage);

        putOff(schedule -> schedule.at(timers.now().minusSeconds(60), Reply.text("a")));
        say("b", Duration.ofSeconds(-5));

        assertThat(stage.done).containsExactly("09:00:00 say a", "09:00:00 say b");
    }

    @Test
    void beginsNothingBeforeItIsStartedNorAfterItIsStopped() {
        say("a", minutes(5));
        timers.advance(minutes(10));
        assertThat(stage.done).isEmpty();

        reminders.start(stage);
        assertThat(stage.done).containsExactly("09:10:00 say a");
        reminders.stop();
        say("b", minutes(5));
        timers.advance(minutes(10));

        assertThat(stage.done).hasSize(1);
    }

    @Test
    void runsManyThatAreDueTogether() {
        for (int i = 0; i < 250; i++) {
            say("x", minutes(5));
        }
        reminders.start(stage);

        timers.advance(minutes(5));

        assertThat(stage.done).hasSize(250);
        assertThat(store.soonest(1)).isEmpty();
    }

    @Test
    void keepsAReplyUntilTheServiceHasIt() {
        reminders.start(stage);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        stage.rest = sent;
        say("a", minutes(5));

        timers.advance(Duration.ofHours(1));
        assertThat(stage.done).hasSize(1);
        assertThat(store.soonest(10)).hasSize(1);
        sent.complete(null);

        assertThat(store.soonest(10)).isEmpty();
    }

    @Test
    void isCancelledUntilItBegins() {
        reminders.start(stage);
        stage.holding = true;
        String waiting = say("waiting in the lane", minutes(1));
        String begun = say("begun", minutes(2));
        timers.advance(minutes(1));
        assertThat(cancel(waiting)).isTrue();
        stage.letGo();

        stage.rest = new CompletableFuture<>();
        timers.advance(minutes(1));

        assertThat(cancel(begun)).isFalse();
        assertThat(stage.done).containsExactly("09:02:00 say begun");
        stage.rest.complete(null);
        assertThat(cancel(begun)).isFalse();
    }

    @Test
    void leavesToTheNextStartWhatHasNotBegun() {
        reminders.start(stage);
        stage.holding = true;
        say("a", minutes(1));
        timers.advance(minutes(1));
        reminders.stop();
        stage.letGo();
        assertThat(stage.done).isEmpty();

        reminders().start(stage);

        assertThat(stage.done).containsExactly("09:01:00 say a");
    }

    @Test
    void isRunByOneOfSeveralProcesses() {
        Reminders other = reminders();
        Stage there = new Stage(timers);
        reminders.start(stage);
        other.start(there);
        for (int i = 0; i < 20; i++) {
            say("x", minutes(i));
        }

        timers.advance(Duration.ofHours(1));

        assertThat(stage.done.size() + there.done.size()).isEqualTo(20);
        assertThat(store.soonest(1)).isEmpty();
    }

    @Test
    void isTakenOverFromAProcessThatDied() {
        reminders.start(stage);
        stage.rest = new CompletableFuture<>();
        say("a", minutes(1));
        timers.advance(minutes(1));
        timers.close();

        Reminders other = reminders();
        Stage there = new Stage(timers);
        other.start(there);
        timers.advance(Reminders.LEASE.minusSeconds(1));
        assertThat(there.done).isEmpty();
        timers.advance(Duration.ofSeconds(1));

        assertThat(there.done).containsExactly("09:16:00 say a");
    }

    @Test
    void isNotTakenOverFromAProcessThatIsSlow() {
        reminders.start(stage);
        stage.rest = new CompletableFuture<>();
        putOff(schedule -> schedule.in(minutes(1), "nag", null));
        timers.advance(minutes(5));
        Stage there = new Stage(timers);
        reminders().start(there);

        timers.advance(Duration.ofHours(3));
        stage.rest.complete(null);
        timers.advance(Duration.ofHours(3));

        assertThat(stage.done).containsExactly("09:01:00 nag null");
        assertThat(there.done).isEmpty();
        assertThat(store.soonest(1)).isEmpty();
    }

    @Test
    void looksAgainSoonWhereTheStoreFails() {
        reminders.start(stage);
        say("a", minutes(1));
        store.broken = true;
        timers.advance(minutes(2));

        store.broken = false;
        timers.advance(Reminders.AGAIN);

        assertThat(stage.done).hasSize(1);
    }

    @Test
    void findsWhatAnotherProcessHasPutOff() {
        reminders.start(stage);
        Reminders stopped = reminders();
        new StoredSchedule(Stage.LAB, ANN, stopped, changes -> store.apply(changes, timers.now())).close();
        StoredSchedule schedule =
                new StoredSchedule(Stage.LAB, ANN, stopped, changes -> store.apply(changes, timers.now()));
        schedule.close();
        schedule.in(minutes(3), Reply.text("a"));

        timers.advance(minutes(10));

        assertThat(stage.done).hasSize(1);
    }

    @Test
    void waitsWhereTheLaneIsFull() {
        reminders.start(stage);
        stage.full = true;
        say("a", minutes(1));
        timers.advance(minutes(1));

        stage.full = false;
        timers.advance(Reminders.LEASE);

        assertThat(stage.done).containsExactly("09:16:00 say a");
    }

    @Test
    void leavesWhatItCannotReadToANewerProgram() {
        Entry newer = Entry.of("reminder/1", "{\"version\":2}").due(timers.now());
        Entry broken = Entry.of("reminder/2", "{").due(timers.now());
        store.apply(List.of(new Change.Put(newer), new Change.Put(broken)), timers.now());
        say("a", minutes(1));
        reminders.start(stage);

        timers.advance(Duration.ofHours(1));

        assertThat(stage.done).containsExactly("09:01:00 say a");
        assertThat(store.find("reminder/1", timers.now())).map(Entry::json).contains("{\"version\":2}");
    }

    @Test
    void forgetsWhatWaitsInASpaceThatIsLeft() {
        reminders.start(stage);
        stage.holding = true;
        say("a", minutes(1));
        timers.advance(minutes(1));

        stage.heldUp.clear();
        reminders.left(Stage.LAB.id());

        assertThat(store.soonest(1)).isEmpty();
    }
}
