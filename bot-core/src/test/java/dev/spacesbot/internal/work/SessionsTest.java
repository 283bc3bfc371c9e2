package dev.spacesbot.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.Session;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.schedule.Reminders;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What sessions keep, and for how long. */
class SessionsTest {

    private static final Space LAB = new Space("60aa11bb22cc33dd44ee5501", "Lab", Space.Kind.GROUP);
    private static final User ANN = new User("60aa11bb22cc33dd44ee5502", User.Kind.USER, "ann@example.org", "Ann");
    private static final String KEY = "session/60aa11bb22cc33dd44ee5501/60aa11bb22cc33dd44ee5502";

    private final HandTimers timers = new HandTimers();
    private final CountingStore store = new CountingStore();
    private final Reminders reminders = new Reminders(store, timers, Runnable::run, "known"::equals);
    private final Ledger ledger = new Ledger(store, timers, reminders, () -> Set.of("step", "how-many"));

    record Order(String what, int number, LocalDate on, Optional<Duration> within, List<DayOfWeek> days) {}

    private void run(Consumer<Session> handler) {
        UnitOfWork work = ledger.begin(LAB, ANN);
        handler.accept(work.session());
        work.commit();
    }

    private <T> Optional<T> kept(String name, Class<T> type) {
        return ledger.begin(LAB, ANN).session().get(name, type);
    }

    private String json() {
        return store.find(KEY, timers.now()).map(Entry::json).orElse("nothing");
    }

    @Test
    void keepsValuesOfEveryKind() {
        Order order = new Order(
                "pizza", 2, LocalDate.of(2026, 3, 1), Optional.of(Duration.ofMinutes(90)), List.of(DayOfWeek.MONDAY));

        run(session -> {
            session.put("order", order);
            session.put("at", Instant.parse("2026-01-05T09:00:00Z"));
            session.put("text", "ü\u0000\"");
            session.put("number", 7);
            session.put("long", Long.MAX_VALUE);
            session.put("map", Map.of("a", List.of(1, 2)));
        });

        assertThat(kept("order", Order.class)).contains(order);
        assertThat(kept("at", Instant.class)).contains(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(kept("text", String.class)).contains("ü\u0000\"");
        assertThat(kept("number", int.class)).contains(7);
        assertThat(kept("number", Integer.class)).contains(7);
        assertThat(kept("long", Long.class)).contains(Long.MAX_VALUE);
        assertThat(kept("map", Map.class)).contains(Map.of("a", List.of(1, 2)));
        assertThat(kept("nothing", String.class)).isEmpty();
    }

    @Test
    void writesJsonWithAVersion() {
        run(session -> {
            session.next("how-many");
            session.put("order", Map.of("what", "pizza"));
        });

        assertThat(json())
                .isEqualTo("{\"version\":1,\"step\":\"how-many\",\"lifespan\":\"PT30M\","
                        + "\"values\":{\"order\":{\"what\":\"pizza\"}}}");
    }

    @Test
    void readsARecordThatHasLostAComponentSince() {
        run(session -> session.put("order", Map.of("what", "pizza", "colour", "red")));

        assertThat(kept("order", Order.class)).map(Order::what).contains("pizza");
    }

    @Test
    void saysWhichValueIsNoneOfTheWantedType() {
        run(session -> {
            session.put("order", "pizza");
            session.put("number", 5);
            session.put("fraction", 5.5);
        });

        assertThatThrownBy(() -> kept("order", Order.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("What the session keeps as \"order\" is no Order: ");
        assertThatThrownBy(() -> kept("number", String.class))
                .hasMessageStartingWith("What the session keeps as \"number\" is no String: ");
        assertThatThrownBy(() -> kept("order", Integer.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept("fraction", Integer.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhichValueCannotBeKept() {
        Session session = ledger.begin(LAB, ANN).session();

        assertThatThrownBy(() -> session.put("secret", new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A value of type Object cannot be kept as \"secret\": ");
    }

    @Test
    void keepsAValueAsItWasWhenItWasPut() {
        List<String> list = new ArrayList<>(List.of("a"));

        run(session -> {
            session.put("list", list);
            list.add("b");
        });

        assertThat(kept("list", List.class)).contains(List.of("a"));
    }

    @Test
    void forgetsTheSessionOnceItIsOver() {
        run(session -> {
            session.next("step");
            session.put("a", 1);
        });

        run(Session::done);

        assertThat(json()).isEqualTo("nothing");
    }

    @Test
    void keepsASessionHalfAnHourFromItsLastUse() {
        run(session -> session.put("a", 1));

        timers.advance(Duration.ofMinutes(20));
        run(session -> session.get("a", Integer.class));
        timers.advance(Duration.ofMinutes(29));

        assertThat(kept("a", Integer.class)).contains(1);
        timers.advance(Duration.ofMinutes(1));
        assertThat(kept("a", Integer.class)).isEmpty();
    }

    @Test
    void keepsASessionAsLongAsTheHandlerSays() {
        run(session -> {
            session.put("a", 1);
            session.expireAfter(Duration.ofDays(2));
        });
        timers.advance(Duration.ofDays(2).minusSeconds(1));
        run(session -> session.put("a", 2));
        timers.advance(Duration.ofDays(2).minusSeconds(1));

        assertThat(kept("a", Integer.class)).contains(2);
        assertThatThrownBy(() -> ledger.begin(LAB, ANN).session().expireAfter(Duration.ZERO))
                .hasMessage("A session is kept for longer than nothing and at most 36500 days, not for PT0S");
    }

    @Test
    void beginsAFreshSessionWhereANewerProgramWroteTheOldOne() {
        Entry newer = Entry.of(KEY, "{\"version\":2,\"step\":{\"name\":\"x\"}}");
        store.apply(List.of(new Change.Put(newer)), timers.now());

        run(session -> assertThat(session.step()).isEmpty());
        assertThat(json()).contains("\"version\":2");
        run(session -> session.next("step"));

        assertThat(json()).contains("\"version\":1");
    }

    @Test
    void beginsAFreshSessionWhereTheOldOneIsNone() {
        store.apply(List.of(new Change.Put(Entry.of(KEY, "<xml/>"))), timers.now());

        assertThat(ledger.step(LAB.id(), ANN.id())).isEmpty();
        assertThat(kept("a", String.class)).isEmpty();
    }

    @Test
    void letsNobodyFillTheStore() {
        UnitOfWork work = ledger.begin(LAB, ANN);
        work.session().put("a", "x".repeat(1_000_000));

        assertThatThrownBy(work::commit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A session may hold 1000000 characters, and " + KEY + " would hold 1000060");
    }
}
