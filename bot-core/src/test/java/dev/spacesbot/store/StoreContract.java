package dev.spacesbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, whatever it keeps its entries in. */
public abstract class StoreContract {

    protected static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    protected static final Instant LATER = NOW.plus(Duration.ofMinutes(30));

    private Store store = Store.inMemory();

    /** A store that holds nothing. */
    protected abstract Store open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

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
        boolean unused = store.apply(
                List.of(
                        new Change.Put(Entry.of("reply/2", "two")),
                        new Change.Put(Entry.of("reply/1", "one")),
                        new Change.Put(Entry.of("reply/0", "gone").expiring(Instant.EPOCH)),
                        new Change.Put(Entry.of("replies", "another"))),
                Instant.EPOCH.minusSeconds(1));

        assertThat(store.all("reply/", Instant.EPOCH)).extracting(Entry::json).containsExactly("one", "two");
    }

    @Test
    void listsWhateverItsKeysHold() {
        List<String> keys = List.of(
                "a'b",
                "a\"b",
                "a%b",
                "a_b",
                "a\\b",
                "a;DROP TABLE spacesbot_entry;--",
                "a\uD83D\uDE00",
                "a\uFFFD",
                "aé",
                "A",
                "b",
                "a");
        keys.forEach(key -> assertThat(put(Entry.of(key, key))).isTrue());

        assertThat(store.all("a", NOW))
                .extracting(Entry::key)
                .containsExactlyElementsOf(keys.stream()
                        .filter(key -> key.startsWith("a"))
                        .sorted()
                        .toList());
        assertThat(store.all("a_", NOW)).extracting(Entry::key).containsExactly("a_b");
        assertThat(store.all("a%", NOW)).extracting(Entry::key).containsExactly("a%b");
        assertThat(store.all("a\uD83D\uDE00", NOW)).extracting(Entry::key).containsExactly("a\uD83D\uDE00");
        assertThat(store.all("a\uFFFD", NOW)).extracting(Entry::key).containsExactly("a\uFFFD");
        assertThat(store.all("", NOW)).hasSize(keys.size());
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(store.find(key, NOW)).map(Entry::json).contains(key));
    }

    @Test
    void keepsLongKeysAndTexts() {
        String key = "\uD83D\uDE00".repeat(100);
        String json = "x'é\uD83D\uDE00".repeat(209_715);

        assertThat(put(Entry.of(key, json))).isTrue();

        assertThat(store.find(key, NOW)).contains(new Entry(key, 1, json, null, null));
    }

    @Test
    void givesBackTimesAsTheyWere() {
        Instant odd = Instant.parse("1969-12-31T23:59:59.123456789Z");
        put(Entry.of("a", "").due(odd).expiring(LATER.plusNanos(1)));

        assertThat(store.find("a", LATER)).contains(new Entry("a", 1, "", LATER.plusNanos(1), odd));
        assertThat(store.soonest(1)).containsExactly(new Entry("a", 1, "", LATER.plusNanos(1), odd));
    }

    @Test
    void takesWhatHasExpiredForGone() {
        put(Entry.of("a", "1").expiring(LATER).due(NOW));
        Entry read = store.find("a", NOW).orElseThrow();

        assertThat(store.apply(List.of(new Change.Put(read.withJson("2"))), LATER))
                .isFalse();
        assertThat(store.soonest(10)).isEmpty();
        assertThat(store.apply(List.of(new Change.Remove(Entry.of("a", ""))), LATER))
                .isTrue();
        assertThat(store.apply(List.of(new Change.Put(Entry.of("a", "3"))), LATER))
                .isTrue();
        assertThat(store.find("a", LATER)).contains(new Entry("a", 1, "3", null, null));
    }

    @Test
    void removesWhatWasNeverThere() {
        assertThat(store.apply(List.of(new Change.Remove(Entry.of("a", ""))), NOW))
                .isTrue();
        assertThat(store.apply(List.of(), NOW)).isTrue();
    }

    @Test
    void showsWhatWasGivenWithoutWaiting() {
        store.applySoon(List.of(new Change.Put(Entry.of("a", "1").due(NOW))), NOW);
        assertThat(store.find("a", NOW)).map(Entry::json).contains("1");

        store.applySoon(List.of(new Change.Put(new Entry("a", 1, "2", null, NOW))), NOW);
        assertThat(store.all("a", NOW)).extracting(Entry::json).containsExactly("2");

        store.applySoon(List.of(new Change.Put(new Entry("a", 2, "3", null, NOW))), NOW);
        assertThat(store.soonest(1)).extracting(Entry::json).containsExactly("3");
    }

    @Test
    void makesWhatWasGivenWithoutWaitingInOrder() {
        store.applySoon(List.of(new Change.Put(Entry.of("a", "1"))), NOW);
        store.applySoon(List.of(new Change.Put(Entry.of("a", "too late"))), NOW);
        store.applySoon(List.of(new Change.Put(new Entry("a", 1, "2", null, null))), NOW);

        assertThat(put(new Entry("a", 2, "3", null, null))).isTrue();
        assertThat(store.find("a", NOW)).contains(new Entry("a", 3, "3", null, null));
    }

    @Test
    void tellsEachOfManyThreadsWhatBecameOfItsOwn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        AtomicInteger won = new AtomicInteger();
        for (int i = 0; i < 1_600; i++) {
            Change own = new Change.Put(Entry.of("own/" + i, ""));
            Change shared = new Change.Put(Entry.of("shared/" + i / 16, ""));
            threads.execute(() -> won.addAndGet(store.apply(List.of(own, shared), NOW) ? 1 : 0));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(won).hasValue(100);
        assertThat(store.all("own/", NOW)).hasSize(100);
        assertThat(store.all("shared/", NOW)).hasSize(100);
    }
}
