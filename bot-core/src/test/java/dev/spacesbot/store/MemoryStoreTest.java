package dev.spacesbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));

    private final Store store = Store.inMemory();

    private boolean put(Entry entry) {
        return store.apply(List.of(new Change.Put(entry)), NOW);
    }

    @Test
    void findsWhatIsKept() {
        assertThat(put(Entry.of("a", "1"))).isTrue();

        assertThat(store.find("a", NOW)).contains(new Entry("a", 1, "1", null, null));
        assertThat(store.find("b", NOW)).isEmpty();
    }

    @Test
    void countsRevisions() {
        put(Entry.of("a", "1"));

        put(store.find("a", NOW).orElseThrow().withJson("2"));

        assertThat(store.find("a", NOW)).contains(new Entry("a", 2, "2", null, null));
    }

    @Test
    void refusesWhoComesTooLate() {
        put(Entry.of("a", "1"));
        Entry read = store.find("a", NOW).orElseThrow();
        put(read.withJson("2"));

        assertThat(put(read.withJson("3"))).isFalse();
        assertThat(put(Entry.of("a", "3"))).isFalse();
        assertThat(store.apply(List.of(new Change.Remove(read)), NOW)).isFalse();

        assertThat(store.find("a", NOW)).map(Entry::json).contains("2");
    }

    @Test
    void changesAllOrNothing() {
        put(Entry.of("a", "1"));

        boolean done =
                store.apply(List.of(new Change.Put(Entry.of("b", "2")), new Change.Put(Entry.of("a", "2"))), NOW);

        assertThat(done).isFalse();
        assertThat(store.find("b", NOW)).isEmpty();
        assertThat(store.find("a", NOW)).map(Entry::json).contains("1");
    }

    @Test
    void forgetsWhatHasExpired() {
        put(Entry.of("a", "1").expiring(LATER));

        assertThat(store.find("a", LATER.minusMillis(1))).isPresent();
        assertThat(store.find("a", LATER)).isEmpty();
        assertThat(store.apply(List.of(new Change.Put(Entry.of("a", "2"))), LATER))
                .isTrue();
    }

    @Test
    void tellsWhatIsDueSoonestFirst() {
        put(Entry.of("late", "").due(LATER));
        put(Entry.of("never", ""));
        put(Entry.of("soon", "").due(NOW));
        put(Entry.of("removed", "").due(NOW));
        store.apply(List.of(new Change.Remove(store.find("removed", NOW).orElseThrow())), NOW);

        assertThat(store.soonest(10)).extracting(Entry::key).containsExactly("soon", "late");
        assertThat(store.soonest(1)).extracting(Entry::key).containsExactly("soon");
    }

    @Test
    void makesRoomByWhatExpiresSoonest() {
        Store small = new MemoryStore(1_000);
        for (int i = 0; i < 10; i++) {
            Entry entry = Entry.of("k" + i, "x".repeat(100)).expiring(LATER.plusSeconds(i));
            small.apply(List.of(new Change.Put(entry)), NOW);
        }

        assertThat(small.find("k6", NOW)).isEmpty();
        assertThat(small.find("k7", NOW)).isPresent();
        assertThat(small.find("k9", NOW)).isPresent();
    }

    @Test
    void refusesWhatDoesNotExpireWhereItIsFull() {
        Store small = new MemoryStore(1_000);
        small.apply(List.of(new Change.Put(Entry.of("a", "x".repeat(700)))), NOW);
        Change more = new Change.Put(Entry.of("b", "x".repeat(700)));

        assertThatThrownBy(() -> small.apply(List.of(more), NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The store in memory is full: it holds 901 characters that do not expire, and 1000 are allowed");

        assertThat(small.find("b", NOW)).isEmpty();
    }

    @Test
    void letsOneOfSeveralThreadsWin() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            threads.execute(this::addHundred);
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(store.find("sum", NOW)).map(Entry::json).contains("400");
    }

    private void addHundred() {
        for (int added = 0; added < 100; ) {
            Entry before = store.find("sum", NOW).orElse(Entry.of("sum", "0"));
            added += put(before.withJson("" + (Integer.parseInt(before.json()) + 1))) ? 1 : 0;
        }
    }

    @Test
    void listsWhatIsUnderAPrefixByKey() {
        Store store = Store.inMemory();
        boolean unused = store.apply(
                List.of(
                        new Change.Put(Entry.of("reply/2", "two")),
                        new Change.Put(Entry.of("reply/1", "one")),
                        new Change.Put(Entry.of("reply/0", "gone").expiring(Instant.EPOCH)),
                        new Change.Put(Entry.of("replies", "another"))),
                Instant.EPOCH.minusSeconds(1));

        assertThat(store.all("reply/", Instant.EPOCH)).extracting(Entry::json).containsExactly("one", "two");
    }
}
