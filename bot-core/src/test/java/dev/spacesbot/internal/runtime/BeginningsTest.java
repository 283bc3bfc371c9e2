package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where spaces begin that are joined for the first time. */
class BeginningsTest {

    private final HandTimers timers = new HandTimers();
    private final Journal journal = new Journal(Store.inMemory(), true, timers, timers::now);
    private final List<Runnable> background = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final Beginnings beginnings = new Beginnings(journal, background::add, begun::add, missed::add);

    @Test
    void areKeptTogether() {
        beginnings.begin("a", HandTimers.START);
        beginnings.begin("b", HandTimers.START.plusSeconds(1));

        assertThat(background).singleElement().satisfies(Runnable::run);
        assertThat(begun).containsExactlyInAnyOrder("a", "b");
        assertThat(missed).isEmpty();
        assertThat(journal.of("b").from()).isEqualTo(HandTimers.START.plusSeconds(1));
    }

    @Test
    void areWhereASpaceWasJoinedFirstThoughItIsJoinedAgain() {
        beginnings.begin("a", HandTimers.START);
        beginnings.begin("a", HandTimers.START.plusSeconds(9));

        assertThat(background).singleElement().satisfies(Runnable::run);
        assertThat(begun).isEmpty();
        assertThat(missed).containsExactly("a");
        assertThat(journal.of("a").from()).isEqualTo(HandTimers.START);
    }
}
