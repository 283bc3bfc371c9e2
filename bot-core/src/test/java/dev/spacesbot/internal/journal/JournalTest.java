package dev.spacesbot.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Reply;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one process keeps, and the next one reads. */
class JournalTest {

    private final Store store = Store.inMemory();

    private Journal journal(HandTimers timers) {
        return new Journal(store, true, timers, timers::now);
    }

    private Letter written(Journal journal, String text) {
        Letter letter = journal.letter("lab", null, null, Reply.text(text));
        assertThat(store.apply(journal.put(letter), HandTimers.START)).isTrue();
        return letter;
    }

    @Test
    void keepsLettersApartThoughTheClockWasPutBack() {
        HandTimers late = new HandTimers();
        late.advance(Duration.ofHours(1));
        Letter first = written(journal(late), "first");

        Journal next = journal(new HandTimers());
        assertThat(next.open()).extracting(Letter::key).containsExactly(first.key());
        Letter second = written(next, "second");

        assertThat(second.key()).isGreaterThan(first.key());
    }

    @Test
    void keepsLettersApartOfProcessesAtTheSameTime() {
        Letter first = written(journal(new HandTimers()), "first");

        Journal next = journal(new HandTimers());
        next.open();

        assertThat(written(next, "second").key()).isGreaterThan(first.key());
    }

    @Test
    void beginsWithTheWholeMillisecondAsTheServiceTellsTimes() {
        Journal journal = journal(new HandTimers());

        journal.begin(Map.of("lab", HandTimers.START.plusNanos(700_000)));

        assertThat(journal.of("lab").from()).isEqualTo(HandTimers.START);
    }

    @Test
    void parksWhatSomebodyElseHasPutAmongTheLetters() {
        store.applySoon(List.of(new Change.Put(Entry.of(Keys.REPLY + "9".repeat(19), "{}"))), HandTimers.START);

        Journal journal = journal(new HandTimers());

        assertThat(journal.open()).isEmpty();
        assertThat(store.all(Keys.PARKED, HandTimers.START)).hasSize(1);
        assertThat(written(journal, "fine").key()).isLessThan(Keys.REPLY + "9".repeat(19));
    }
}
