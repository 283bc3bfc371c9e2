package dev.spacesbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {

    @Override
    protected Store open() {
        return Store.inMemory();
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
}
