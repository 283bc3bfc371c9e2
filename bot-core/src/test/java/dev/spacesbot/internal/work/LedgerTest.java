package dev.spacesbot.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.Reply;
import dev.spacesbot.Session;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.schedule.Reminders;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Space LAB = new Space("60aa11bb22cc33dd44ee5501", "Lab", Space.Kind.GROUP);
    private static final User ANN = new User("60aa11bb22cc33dd44ee5502", User.Kind.USER, "ann@example.org", "Ann");

    private final HandTimers timers = new HandTimers();
    private final CountingStore store = new CountingStore();
    private final Reminders reminders = new Reminders(store, timers, Runnable::run, "known"::equals);
    private final Ledger ledger = new Ledger(store, timers, reminders, () -> Set.of("step", "how-many"));

    private void run(Consumer<Session> handler) {
        UnitOfWork work = ledger.begin(LAB, ANN);
        handler.accept(work.session());
        work.commit();
    }

    private <T> Optional<T> kept(String name, Class<T> type) {
        return ledger.begin(LAB, ANN).session().get(name, type);
    }

    @Test
    void writesNothingWhereAHandlerOnlyRead() {
        run(session -> session.next("step"));

        run(Session::step);
        run(session -> {
            session.put("a", 1);
            session.put("a", null);
            session.next("step");
        });

        assertThat(store.writes()).isEqualTo(1);
    }

    @Test
    void looksIntoTheStoreOnlyWhereAHandlerAsks() {
        run(session -> {});

        assertThat(store.reads() + store.writes()).isZero();
    }

    @Test
    void tellsTheStepByOneLook() {
        assertThat(ledger.step(LAB.id(), ANN.id())).isEmpty();
        assertThat(store.reads()).isEqualTo(1);

        run(session -> session.next("how-many"));

        assertThat(ledger.step(LAB.id(), ANN.id())).isEqualTo("how-many");
    }

    @Test
    void changesNothingBeforeTheCommitAndNothingWithoutOne() {
        UnitOfWork work = ledger.begin(LAB, ANN);
        work.session().next("step");
        work.schedule().in(Duration.ofMinutes(1), Reply.text("later"));
        assertThat(store.writes()).isZero();

        work.rollBack();

        assertThat(store.writes()).isZero();
    }

    @Test
    void makesAllTheChangesOfARunTogether() {
        UnitOfWork work = ledger.begin(LAB, ANN);
        work.session().next("step");
        work.schedule().in(Duration.ofMinutes(1), Reply.text("later"));
        work.schedule().in(Duration.ofMinutes(2), "known", 1);

        work.commit();

        assertThat(store.writes()).isEqualTo(1);
        assertThat(store.soonest(10)).hasSize(2);
    }

    @Test
    void refusesChangesAfterTheHandlerIsThrough() {
        UnitOfWork work = ledger.begin(LAB, ANN);
        Session session = work.session();
        session.put("a", 1);
        work.commit();

        assertThat(session.get("a", Integer.class)).contains(1);
        assertThatThrownBy(() -> session.put("a", 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This session was that of a handler which is through; what comes later must be"
                        + " part of the CompletionStage that the handler returns");
    }

    @Test
    void putsOffAtOnceAfterTheHandlerIsThrough() {
        UnitOfWork work = ledger.begin(LAB, ANN);
        String early = work.schedule().in(Duration.ofMinutes(1), Reply.text("early"));
        work.commit();

        work.schedule().in(Duration.ofMinutes(2), Reply.text("late"));
        assertThat(store.soonest(10)).hasSize(2);
        assertThat(work.schedule().cancel(early)).isTrue();

        assertThat(store.soonest(10)).hasSize(1);
    }

    @Test
    void writesASessionThatHasExpiredWhileTheHandlerWasAtWork() {
        run(session -> session.put("a", 1));
        UnitOfWork work = ledger.begin(LAB, ANN);
        work.session().put("b", work.session().get("a", Integer.class).orElseThrow() + 1);
        timers.advance(Duration.ofHours(1));

        work.commit();

        assertThat(kept("b", Integer.class)).contains(2);
    }

    @Test
    void refusesToOverwriteWhatAnotherProcessHasWritten() {
        run(session -> session.put("a", 1));
        UnitOfWork late = ledger.begin(LAB, ANN);
        late.session().put("a", 3);
        late.schedule().in(Duration.ofMinutes(1), Reply.text("never said"));
        run(session -> session.put("a", 2));

        assertThatThrownBy(late::commit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Another process has changed the same session meanwhile; nothing was kept");

        assertThat(kept("a", Integer.class)).contains(2);
        assertThat(store.soonest(10)).isEmpty();
    }

    @Test
    void hasNobodysSession() {
        assertThatThrownBy(() -> ledger.begin(LAB, null).session())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nobody set this off, so there is nobody's session");
    }

    @Test
    void saysWhatCannotBePutOff() {
        var schedule = ledger.begin(LAB, null).schedule();

        assertThatThrownBy(() -> schedule.in(Duration.ofDays(1), "unknown", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no @OnReminder(\"unknown\")");
        assertThatThrownBy(() -> schedule.in(Duration.ofDays(1), "known", new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A value of type Object cannot be put off: ");
        assertThatThrownBy(() -> schedule.in(Duration.ofDays(40_000), Reply.text("x")))
                .hasMessage("Something can be put off for 36500 days, not for PT960000H");
        assertThatThrownBy(
                        () -> schedule.in(Duration.ofDays(1), Reply.text("psst").inDirectMessage()))
                .hasMessageStartingWith("Nobody set this off, so Reply.inDirectMessage means nobody");
    }

    @Test
    void cancelsWhatTheSameRunHasPutOff() {
        UnitOfWork work = ledger.begin(LAB, ANN);
        String id = work.schedule().in(Duration.ofMinutes(1), Reply.text("later"));

        assertThat(work.schedule().cancel(id)).isTrue();
        assertThat(work.schedule().cancel(id)).isFalse();
        assertThat(work.schedule().cancel("no such id")).isFalse();
        work.commit();

        assertThat(store.writes()).isZero();
    }
}
